import type { RegistryDeclaration } from './registry-declaration';

/** The sub-registries as a table of the README. */
export function registriesMarkdown(registries: readonly RegistryDeclaration[]): string {
  const rows = registries.map(({ name, description, defaultOrigin, endpoints, events, report }) => [
    `\`${name}\``,
    description,
    `\`${defaultOrigin}\``,
    codes([...endpoints.map(({ endpoint }) => endpoint), ...events.map(({ event }) => event)]),
    report.map(({ title }) => title).join('; '),
  ]);
  const header = ['`registry`', 'who belongs', 'origin', 'endpoints and events', 'report'];
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
