import { createHash } from 'node:crypto';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
ul { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .5rem; }
button { width: 100%; padding: .5rem .75rem; font: inherit; text-align: left; cursor: pointer; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * The Content-Security-Policy of every page: nothing is loaded, nothing runs, nobody frames it, and its forms lead to this
 * provider and on to the dashboard alone. (Where the provider needs a script of its own it adds that script's hash.)
 *
 * @param dashboards the origins to which a sign-in leads back: browsers hold redirections of a form against `form-action` too
 */
export function contentSecurityPolicy(dashboards: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    `form-action 'self' ${dashboards.join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A page in the provider's plain style. @param body HTML */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1>
${body}
</body>
</html>
`;
}

/** Text as HTML, good for content and for attributes in double quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
