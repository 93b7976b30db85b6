import { HubError } from '../../errors';
import { type CountCell, type CountClaims, type CountSum, joinClaims } from './count-claims';
import { linkNested } from './link-nested';
import { linkTwins } from './link-twins';
import { setsOf } from './patient-set-names';
import { refineScales } from './refine-scales';

/** Counts that add up, each cell and each sum once, empty cells left out: that nobody is in them is told anyway. */
export interface CountSystem {
  readonly cells: readonly CountCell[];
  readonly sums: readonly CountSum[];
}

/**
 * Puts the claims of several figures together.
 *
 * @throws HubError CONFLICT when two figures count one set of patients differently: a registry changed between them
 */
export function mergeClaims(claims: readonly CountClaims[]): CountSystem {
  const asked = joinClaims([...claims, ...toldBeside(claims)]);
  const told = [asked, ...refineScales(asked.scales ?? [])];
  const all = [...told, linkNested(cellsOf(told), asked.nested ?? [])];
  const cells = cellsOf(all);
  const countOf = (name: string): number => cells.get(name)?.count ?? 0;
  const sums = new Map<string, CountSum>();
  for (const { whole, parts } of [...all.flatMap((claim) => claim.sums), ...linkTwins(cells, asked.twins ?? [])]) {
    const filled = parts.filter((part) => countOf(part) > 0).toSorted();
    // a set crossed with itself is itself
    if (countOf(whole) > 0 && !filled.includes(whole)) sums.set(JSON.stringify([whole, filled]), { whole, parts: filled });
  }
  return { cells: [...cells.values()].filter(({ count }) => count > 0), sums: [...sums.values()] };
}

/** What figures tell because others are asked for with them. */
function toldBeside(claims: readonly CountClaims[]): readonly CountClaims[] {
  return claims.flatMap((claim) => {
    const conditional = claim.beside ?? [];
    if (conditional.length === 0) return [];
    const others = claims.filter((other) => other !== claim).flatMap(({ cells }) => cells.map(({ name }) => name));
    const told = new Set(others.flatMap((name) => [name, ...setsOf(name)]));
    return conditional.filter(({ sets }) => sets.some((set) => told.has(set))).map((one) => one.claims);
  });
}

function cellsOf(claims: readonly CountClaims[]): ReadonlyMap<string, CountCell> {
  const cells = new Map<string, CountCell>();
  for (const cell of claims.flatMap((claim) => claim.cells)) {
    const known = cells.get(cell.name);
    if (known && known.count !== cell.count) throw new HubError('CONFLICT', 'A registry changed while it was asked; ask again.');
    cells.set(cell.name, known ? both(known, cell) : cell);
  }
  return cells;
}

function both(one: CountCell, other: CountCell): CountCell {
  const untold = one.untold === true && other.untold === true;
  return { ...one, depth: Math.min(one.depth, other.depth), untold };
}
