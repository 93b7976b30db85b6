/** What one country gives to a Newton step: sums over its patients at given coefficients. */
export interface LikelihoodSums {
  readonly logLikelihood: number;
  /** First derivatives. */
  readonly score: Float64Array;
  /** Negative second derivatives: the rows of the lower triangle, one after the other. */
  readonly information: Float64Array;
}
