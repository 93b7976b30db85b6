import type { DesignMatrix } from './design-matrix';

/** Each row's covariates, times the coefficients, summed. */
export function linearPredictors({ rows, values, width }: DesignMatrix, coefficients: Float64Array): Float64Array {
  const predictors = new Float64Array(rows.length);
  for (let row = 0; row < predictors.length; row += 1) {
    let sum = 0;
    for (let column = 0; column < width; column += 1) sum += (values[row * width + column] ?? 0) * (coefficients[column] ?? 0);
    predictors[row] = sum;
  }
  return predictors;
}
