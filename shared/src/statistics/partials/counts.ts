/**
 * The counts of one figure's cells, by ascending cell index; a cell that is not there holds 0. What an index means follows
 * from the question alone. Counts are whole numbers and are only ever added.
 */
export interface Counts {
  readonly cells: Float64Array;
  /** Of each cell of `cells`, never 0. */
  readonly values: Float64Array;
}

export const NO_COUNTS: Counts = { cells: new Float64Array(), values: new Float64Array() };

/** Counts from cells in any order, each given once. */
export function countsOf(entries: Iterable<readonly [cell: number, value: number]>): Counts {
  const sorted = [...entries].filter(([, value]) => value !== 0).toSorted(([a], [b]) => a - b);
  return {
    cells: Float64Array.from(sorted, ([cell]) => cell),
    values: Float64Array.from(sorted, ([, value]) => value),
  };
}

/** What one cell holds. */
export function countAt({ cells, values }: Counts, cell: number): number {
  const index = firstFrom(cells, cell);
  return cells[index] === cell ? (values[index] ?? 0) : 0;
}

/** The cells from one on up to, but without, another. */
export function cellsBetween({ cells, values }: Counts, from: number, to: number): Counts {
  const [first, end] = [firstFrom(cells, from), firstFrom(cells, to)];
  return { cells: cells.subarray(first, end), values: values.subarray(first, end) };
}

/** The index of the first cell that is not before this one. */
function firstFrom(cells: Float64Array, cell: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cells[middle] ?? 0) < cell) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds up the counts of several countries, cell by cell. */
export function addCounts(parts: readonly Counts[]): Counts {
  const [first = NO_COUNTS, ...others] = parts;
  if (others.length === 0) return first;
  const half = Math.ceil(parts.length / 2);
  return merge(addCounts(parts.slice(0, half)), addCounts(parts.slice(half)));
}

/** Counts with some added and some taken away, which are in them: few of either among many. */
export function changeCounts(counts: Counts, added: Counts, taken: Counts): Counts {
  const change = merge(added, { cells: taken.cells, values: taken.values.map((value) => -value) });
  const values = counts.values.slice();
  for (const [index, cell] of change.cells.entries()) {
    const at = firstFrom(counts.cells, cell);
    const value = (values[at] ?? 0) + (change.values[index] ?? 0);
    // a cell comes or goes: every one after it moves
    if (counts.cells[at] !== cell || value === 0) return withoutZeros(merge(counts, change));
    values[at] = value;
  }
  return { cells: counts.cells, values };
}

function withoutZeros({ cells, values }: Counts): Counts {
  const kept = (_: number, index: number): boolean => values[index] !== 0;
  return { cells: cells.filter(kept), values: values.filter(kept) };
}

function merge(one: Counts, other: Counts): Counts {
  const cells = new Float64Array(one.cells.length + other.cells.length);
  const values = new Float64Array(cells.length);
  let used = 0;
  let left = 0;
  let right = 0;
  while (left < one.cells.length || right < other.cells.length) {
    const leftCell = one.cells[left] ?? Number.POSITIVE_INFINITY;
    const rightCell = other.cells[right] ?? Number.POSITIVE_INFINITY;
    const cell = Math.min(leftCell, rightCell);
    cells[used] = cell;
    values[used] = (leftCell === cell ? (one.values[left] ?? 0) : 0) + (rightCell === cell ? (other.values[right] ?? 0) : 0);
    if (leftCell === cell) left += 1;
    if (rightCell === cell) right += 1;
    used += 1;
  }
  return { cells: cells.subarray(0, used), values: values.subarray(0, used) };
}
