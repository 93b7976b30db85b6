/**
 * A value rounded to decimals, so that a value that is exactly on a group's limit on paper is on it here: 1480 for Hasford
 * comes out as 1480.0000000000002 in binary arithmetic.
 */
export function roundTo(decimals: number, value: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}
