import { triangleSize } from '../mathematics';
import type { DesignMatrix } from './design-matrix';
import type { LikelihoodSums } from './likelihood-sums';
import { linearPredictors } from './linear-predictors';

/**
 * Log-likelihood of a binary logistic model with its derivatives (Cox, J R Stat Soc B 1958;20:215). Newton's step from them
 * is one of iteratively reweighted least squares.
 *
 * @param outcome 1 or 0 a row of the design
 */
export function logisticSums(design: DesignMatrix, outcome: Uint8Array, coefficients: Float64Array): LikelihoodSums {
  const { width } = design;
  const score = new Float64Array(width);
  const information = new Float64Array(triangleSize(width));
  const predictors = linearPredictors(design, coefficients);
  addDerivatives(design, outcome, predictors, score, information);
  return { logLikelihood: logLikelihoodOf(outcome, predictors), score, information };
}

function logLikelihoodOf(outcome: Uint8Array, predictors: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < predictors.length; row += 1) {
    const predictor = predictors[row] ?? 0;
    // log of the probability of what happened, written so that it overflows on neither side
    const against = outcome[row] === 1 ? -predictor : predictor;
    sum -= Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)));
  }
  return sum;
}

function addDerivatives(
  { values, width }: DesignMatrix,
  outcome: Uint8Array,
  predictors: Float64Array,
  score: Float64Array,
  information: Float64Array,
): void {
  for (let row = 0; row < predictors.length; row += 1) {
    const probability = 1 / (1 + Math.exp(-(predictors[row] ?? 0)));
    const residual = (outcome[row] ?? 0) - probability;
    const weight = probability * (1 - probability);
    const start = row * width;
    let cell = 0;
    for (let column = 0; column < width; column += 1) {
      const value = values[start + column] ?? 0;
      score[column] = (score[column] ?? 0) + residual * value;
      for (let other = 0; other <= column; other += 1) {
        information[cell] = (information[cell] ?? 0) + weight * value * (values[start + other] ?? 0);
        cell += 1;
      }
    }
  }
}
