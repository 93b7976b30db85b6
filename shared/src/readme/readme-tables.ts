import { rightsMarkdown } from '../rights';
import { limitsMarkdown } from '../server';
import { registries, registriesMarkdown } from '../statistics';

/** What the README shows of the code, by the name of its place: `<!-- rights -->` to `<!-- /rights -->`. */
const tables: Readonly<Record<string, () => string>> = {
  rights: rightsMarkdown,
  registries: () => registriesMarkdown(registries),
  limits: limitsMarkdown,
};

/** The README with its tables as the code has them. @throws Error when it has no place for one of them */
export function withTables(readme: string): string {
  return Object.entries(tables).reduce((text, [name, table]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`the README has no place ${begin} ... ${end}`);
    return `${text.slice(0, from)}${begin}\n${table()}\n${text.slice(to)}`;
  }, readme);
}
