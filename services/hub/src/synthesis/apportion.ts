/**
 * Splits a whole number by integer weights so that the parts add up to it (largest remainder; of equal remainders the
 * earlier part gets the odd one).
 */
export function apportion(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((left, weight) => left + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const shares = weights.map((weight, index) => ({ index, whole: Math.floor((total * weight) / sum), remainder: (total * weight) % sum }));
  const odd = total - shares.reduce((left, { whole }) => left + whole, 0);
  const favoured = new Set(
    shares
      .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
      .slice(0, odd)
      .map(({ index }) => index),
  );
  return shares.map(({ index, whole }) => whole + (favoured.has(index) ? 1 : 0));
}
