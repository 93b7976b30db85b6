import type { CountCell, CountClaims, CountSum, ScaleClaim } from './count-claims';
import { EVERYBODY, inAll } from './patient-set-names';

/** A set of patients, and the disjoint sets it is made up of; without any it is divided no further. */
export interface Division {
  readonly name: string;
  readonly parts: readonly Division[];
}

/** A cohort's division, with the name of the set that each row, or column, of a table counts. */
export interface TableSide {
  readonly division: Division;
  readonly names: readonly string[];
  /** Those of the sets that no figure shows. */
  readonly untold?: readonly string[];
  /** Where the sets are intervals of a measure. */
  readonly scales?: readonly ScaleClaim[];
}

export const WHOLE_COHORT: TableSide = { division: { name: EVERYBODY, parts: [] }, names: [EVERYBODY] };

interface Node {
  readonly name: string;
  readonly depth: number;
  readonly parts: readonly string[];
  readonly untold: boolean;
  /** The rows, or columns, that the set is made up of. */
  readonly lines: readonly number[];
}

/**
 * What a table tells: its cells, and all their sums over rows and columns, up to the whole cohort.
 *
 * @param counts `counts[row][column]`; rows and columns hold every patient of the cohort
 */
export function crossDivisions(rows: TableSide, columns: TableSide, counts: readonly (readonly number[])[]): CountClaims {
  const cells: CountCell[] = [];
  const sums: CountSum[] = [];
  const across = nodesOf(columns);
  for (const row of nodesOf(rows)) {
    const line = columns.names.map((_, column) => row.lines.reduce((sum, index) => sum + (counts[index]?.[column] ?? 0), 0));
    for (const column of across) {
      const name = inAll(row.name, column.name);
      const count = column.lines.reduce((sum, index) => sum + (line[index] ?? 0), 0);
      if (count === 0) continue;
      cells.push({ name, count, depth: row.depth + column.depth, untold: row.untold || column.untold });
      if (row.parts.length > 0) sums.push({ whole: name, parts: row.parts.map((part) => inAll(part, column.name)) });
      if (column.parts.length > 0) sums.push({ whole: name, parts: column.parts.map((part) => inAll(row.name, part)) });
    }
  }
  return { cells, sums, scales: [...(rows.scales ?? []), ...(columns.scales ?? [])] };
}

function nodesOf({ division, names, untold = [] }: TableSide): readonly Node[] {
  const lineOf = new Map(names.map((name, index) => [name, index]));
  const nodes: Node[] = [];
  const visit = ({ name, parts }: Division, depth: number): readonly number[] => {
    const own = lineOf.get(name);
    const lines = parts.length > 0 ? parts.flatMap((part) => visit(part, depth + 1)) : own === undefined ? [] : [own];
    nodes.push({ name, depth, parts: parts.map((part) => part.name), untold: untold.includes(name), lines });
    return lines;
  };
  visit(division, 0);
  return nodes;
}
