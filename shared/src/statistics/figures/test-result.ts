import { chiSquareUpperTail, inverseQuadraticForm, type SymmetricMatrix } from '../mathematics';

/** A test whose statistic is, without an effect, distributed as chi-square. */
export interface TestResult {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

export function chiSquareTest(statistic: number, degreesOfFreedom: number): TestResult {
  // rounding may take the statistic of no difference at all a little below 0
  const notNegative = Math.max(statistic, 0);
  return { statistic: notNegative, degreesOfFreedom, pValue: chiSquareUpperTail(notNegative, degreesOfFreedom) };
}

/** A score test; undefined where there is nothing to test, or the variance has no inverse. */
export function scoreTest(score: readonly number[], variance: SymmetricMatrix): TestResult | undefined {
  if (score.length === 0) return undefined;
  const statistic = inverseQuadraticForm(variance, score);
  return statistic === undefined ? undefined : chiSquareTest(statistic, score.length);
}
