import type { CountCell, CountClaims, Nested } from './count-claims';

/**
 * Sets of which one lies in the other, and that figures tell of by themselves: the patients of the one who are not in the other
 * are a set as well, which no figure shows, but which both counts bound.
 */
export function linkNested(cells: ReadonlyMap<string, CountCell>, nested: readonly Nested[]): CountClaims {
  const linked = nested.flatMap(({ whole, part }): readonly CountClaims[] => {
    const [outer, inner] = [cells.get(whole), cells.get(part)];
    if (!outer || !inner || whole === part || outer.count < inner.count) return [];
    const rest: CountCell = { name: `${whole} but not ${part}`, count: outer.count - inner.count, depth: inner.depth, untold: true };
    return [{ cells: [rest], sums: [{ whole, parts: [part, rest.name] }] }];
  });
  return { cells: linked.flatMap((one) => one.cells), sums: linked.flatMap((one) => one.sums) };
}
