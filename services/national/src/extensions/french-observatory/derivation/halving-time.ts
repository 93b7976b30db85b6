/** % IS: an undetectable BCR::ABL1 is taken as MR5, the deepest level there is (project convention). */
const DEEPEST_IS_PCT = 0.001;

/**
 * Days. Within the few months that are looked at, a slower fall can't be told from none: it counts as this one, and so does a rise, so
 * that the slowest are not left out (project convention).
 */
export const LONGEST_HALVING_TIME = 365;

/**
 * Days over which BCR::ABL1 halves, by an exponential fall from the start of the treatment on: days × ln 2 / ln(baseline / value)
 * (Branford et al., Blood 2014;124:511).
 *
 * @param baseline % IS before the treatment, above 0 @param value % IS afterwards, 0 when undetectable
 * @param days from the start of the treatment to the value, above 0
 * @returns above 0, at most {@link LONGEST_HALVING_TIME}
 */
export function halvingTime(baseline: number, value: number, days: number): number {
  const fall = Math.log(baseline / Math.max(value, DEEPEST_IS_PCT));
  return fall <= 0 ? LONGEST_HALVING_TIME : Math.min((days * Math.LN2) / fall, LONGEST_HALVING_TIME);
}
