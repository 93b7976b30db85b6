import type { CountCell, CountSum, Twins } from './count-claims';
import { inAll, setsOf } from './patient-set-names';

/**
 * Sets of which one lies in the other are the same where they hold as many: what is hidden of the one, the other must not tell.
 * The same holds within every group. Where they are not the same after all, nothing is lost but a count that could have been
 * released.
 */
export function linkTwins(cells: ReadonlyMap<string, CountCell>, twins: readonly Twins[]): readonly CountSum[] {
  if (twins.length === 0) return [];
  return [...cells.values()].flatMap(({ name, count }) => {
    const sets = setsOf(name);
    return twins.flatMap(([one, other]) => {
      if (!sets.includes(one)) return [];
      const twin = inAll(...sets.map((set) => (set === one ? other : set)));
      return cells.get(twin)?.count === count ? [{ whole: name, parts: [twin] }] : [];
    });
  });
}
