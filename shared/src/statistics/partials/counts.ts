/**
 * The counts of one figure's cells, by cell index; a cell that is not there holds 0. What an index means follows from the
 * question alone. Counts are whole numbers and are only ever added.
 */
export type Counts = ReadonlyMap<number, number>;

/** Adds up the counts of several countries, cell by cell. */
export function addCounts(parts: readonly Counts[]): Counts {
  const sum = new Map<number, number>();
  for (const part of parts) {
    for (const [cell, count] of part) sum.set(cell, (sum.get(cell) ?? 0) + count);
  }
  return sum;
}

/** Adds one to a cell. */
export function countCell(counts: Map<number, number>, cell: number): void {
  counts.set(cell, (counts.get(cell) ?? 0) + 1);
}
