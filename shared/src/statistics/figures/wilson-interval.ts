/** 97.5 % quantile of the standard normal distribution. */
export const NORMAL_QUANTILE_975 = 1.959963984540054;

/**
 * Wilson's 95 % score interval of a proportion (Wilson, J Am Stat Assoc 1927;22:209), without continuity correction.
 *
 * @param count 0 to `total` @param total above 0
 * @returns both limits as proportions, 0 to 1
 */
export function wilsonInterval(count: number, total: number): { readonly lower: number; readonly upper: number } {
  const z2 = NORMAL_QUANTILE_975 ** 2;
  const proportion = count / total;
  const center = (proportion + z2 / (2 * total)) / (1 + z2 / total);
  const halfWidth = (NORMAL_QUANTILE_975 / (1 + z2 / total)) * Math.sqrt((proportion * (1 - proportion)) / total + z2 / (4 * total ** 2));
  // rounding must not take a limit out of the range, nor off the ends where it lies exactly on them
  return { lower: count === 0 ? 0 : Math.max(0, center - halfWidth), upper: count === total ? 1 : Math.min(1, center + halfWidth) };
}
