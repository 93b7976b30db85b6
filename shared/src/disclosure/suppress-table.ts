import { isSmall, protectLine } from './suppress-line';

/** Which cells and row totals of a table must not be released. */
export interface Suppression {
  /** `cells[row][column]` */
  readonly cells: readonly (readonly boolean[])[];
  readonly rows: readonly boolean[];
}

type Cell = readonly [row: number, column: number];

/**
 * Primary and complementary suppression of a two-way table of exact counts. Rows and columns must hold everybody, "not
 * known" being a row or column like any other.
 *
 * The table is extended by its margins: every row, every column, the row totals and the column totals are lines that add up
 * to their last cell. Small cells are suppressed; then each line is protected in turn, its total being a cell of it, until
 * nothing changes. (Lines by themselves: what several lines together tell is not bounded here.)
 *
 * @param counts `counts[row][column]`, at least two columns @param threshold k; with 1 nothing is suppressed
 */
export function suppressTable(counts: readonly (readonly number[])[], threshold: number): Suppression {
  const height = counts.length;
  const width = counts[0]?.length ?? 0;
  const extended = withMargins(counts, width);
  const hidden = extended.map((row) => row.map((count) => isSmall(count, threshold)));
  const lines = linesOf(height, width);
  let changed = true;
  while (changed) {
    changed = false;
    for (const line of lines) {
      for (const [row, column] of cellsToHide(line, extended, hidden, threshold)) {
        const flags = hidden[row];
        if (flags) flags[column] = true;
        changed = true;
      }
    }
  }
  return {
    cells: hidden.slice(0, height).map((row) => row.slice(0, width)),
    rows: hidden.slice(0, height).map((row) => row[width] ?? false),
  };
}

function withMargins(counts: readonly (readonly number[])[], width: number): readonly (readonly number[])[] {
  const rows = counts.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)]);
  const totals = Array.from({ length: width + 1 }, (_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  return [...rows, totals];
}

/** The margins first, so that they are suppressed as the one-way tables of the same cohort are. */
function linesOf(height: number, width: number): readonly (readonly Cell[])[] {
  const row = (index: number): readonly Cell[] => Array.from({ length: width + 1 }, (_, column): Cell => [index, column]);
  const column = (index: number): readonly Cell[] => Array.from({ length: height + 1 }, (_, line): Cell => [line, index]);
  return [
    row(height),
    column(width),
    ...Array.from({ length: height }, (_, index) => row(index)),
    ...Array.from({ length: width }, (_, index) => column(index)),
  ];
}

/** What else must be hidden in a line whose last cell is the sum of the others. */
function cellsToHide(
  line: readonly Cell[],
  extended: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  threshold: number,
): readonly Cell[] {
  const counts = line.map(([row, column]) => extended[row]?.[column] ?? 0);
  const suppressed = new Set(line.flatMap(([row, column], index) => (hidden[row]?.[column] ? [index] : [])));
  const sumIsHidden = suppressed.has(line.length - 1);
  if (suppressed.size === 0 || (sumIsHidden && suppressed.size >= 2)) return [];
  const protectedLine = protectLine(counts, suppressed, threshold);
  return line.filter((_, index) => protectedLine.has(index) && !suppressed.has(index));
}
