/**
 * The value at a rank of a distribution that is told by equally spaced quantiles: the first is the minimum, the last the
 * maximum, linear in between. `valueAtRank([0, 10, 100], 0.5)` is 10.
 *
 * @param rank from 0 to 1
 */
export function valueAtRank(quantiles: readonly number[], rank: number): number {
  const position = rank * (quantiles.length - 1);
  const below = Math.floor(position);
  const [lower = 0, upper = lower] = quantiles.slice(below, below + 2);
  return lower + (upper - lower) * (position - below);
}

/** Rounded to the nearest multiple of 1/`perUnit`: `rounded(1.26, 10)` is 1.3. */
export function rounded(value: number, perUnit: 1 | 10 | 100 | 1000): number {
  return Math.round(value * perUnit) / perUnit;
}
