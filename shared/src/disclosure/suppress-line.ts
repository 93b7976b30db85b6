/** Whether a count must not be released: of somebody, but of fewer than k. */
export function isSmall(count: number, threshold: number): boolean {
  return count > 0 && count < threshold;
}

/**
 * Complementary suppression along cells whose sum is known: what is suppressed must be at least two cells, and together at
 * least k patients, or the sum tells them. The smallest released cells that hold anybody are added until that is so. Zero
 * is released, and protects nothing.
 *
 * @param counts exact counts of the cells
 * @param suppressed cells suppressed already; the result holds these and the ones added
 */
export function protectLine(counts: readonly number[], suppressed: ReadonlySet<number>, threshold: number): ReadonlySet<number> {
  if (suppressed.size === 0) return suppressed;
  const hidden = new Set(suppressed);
  const isSafe = (): boolean => hidden.size >= 2 && [...hidden].reduce((sum, cell) => sum + (counts[cell] ?? 0), 0) >= threshold;
  const candidates = counts
    .map((count, cell) => ({ count, cell }))
    .filter(({ count, cell }) => count > 0 && !hidden.has(cell))
    .toSorted((a, b) => a.count - b.count || a.cell - b.cell);
  for (const { cell } of candidates) {
    if (isSafe()) break;
    hidden.add(cell);
  }
  return hidden;
}

/**
 * Primary and complementary suppression of cells that add up to a known total.
 *
 * @returns a flag a cell: true where it must not be released
 */
export function suppressLine(counts: readonly number[], threshold: number): readonly boolean[] {
  const small = new Set(counts.flatMap((count, cell) => (isSmall(count, threshold) ? [cell] : [])));
  const hidden = protectLine(counts, small, threshold);
  return counts.map((_, cell) => hidden.has(cell));
}
