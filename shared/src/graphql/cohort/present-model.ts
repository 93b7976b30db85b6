import { fewEventsNote, LEFT_OUT_NOTE, releaseModelCounts } from '../../disclosure';
import {
  chiSquareTest,
  type FittedModel,
  INTERCEPT,
  NORMAL_QUANTILE_975,
  normalTwoSidedTail,
  scoreTest,
  submatrix,
} from '../../statistics';
import type { CohortModel } from './fit-cohort-model';
import { presentCount } from './present-figures';
import type { Coefficient, RegressionModel } from './regression-types';

/** A fitted model in the API's form; one of nobody is empty. */
export function presentModel({ cohort, asked, design, hidden, fitted, leftOut }: CohortModel): RegressionModel {
  const { n, events, excludedForMissing } = releaseModelCounts(asked, design, hidden);
  const counts = { n: presentCount(n), events: presentCount(events), excludedForMissing: presentCount(excludedForMissing) };
  const noteOf = (note: string | undefined): string | null =>
    [note, leftOut ? LEFT_OUT_NOTE : undefined].filter((part) => part).join(' ') || null;
  if (!fitted) return { ...emptyModel, ...counts, note: noteOf(emptyModel.note) };
  // the likelihood of a model without covariates depends on nothing but how many are in it and have the event
  const tellsCounts = !n.suppressed && !events.suppressed;
  const free = fitted.names.flatMap((name, index) => (name === INTERCEPT ? [] : [index]));
  return {
    ...counts,
    fit: { cohort, model: fitted, design },
    coefficients: fitted.names.map((name, index) => presentCoefficient(name, index, fitted)),
    logLikelihood: fitted.logLikelihood,
    nullLogLikelihood: tellsCounts ? fitted.nullLogLikelihood : null,
    iterations: fitted.iterations,
    converged: true,
    likelihoodRatio: tellsCounts ? chiSquareTest(2 * (fitted.logLikelihood - fitted.nullLogLikelihood), free.length) : null,
    wald: waldTest(fitted, free) ?? null,
    note: noteOf(fewEventsNote(design, free.length)),
  };
}

const emptyModel = {
  fit: undefined,
  coefficients: [],
  logLikelihood: 0,
  nullLogLikelihood: 0,
  iterations: 0,
  converged: false,
  likelihoodRatio: null,
  wald: null,
  note: 'Nobody in this cohort has all that the model needs.',
};

function presentCoefficient(name: string, index: number, { estimates, covariance }: FittedModel): Coefficient {
  const estimate = estimates[index] ?? 0;
  const standardError = Math.sqrt(covariance[index]?.[index] ?? 0);
  const halfWidth = NORMAL_QUANTILE_975 * standardError;
  return {
    name,
    estimate,
    standardError,
    ratio: finiteExp(estimate),
    lower: finiteExp(estimate - halfWidth),
    upper: finiteExp(estimate + halfWidth),
    pValue: normalTwoSidedTail(estimate / standardError),
  };
}

/** JSON has no infinity: a ratio beyond all numbers is the largest of them. */
function finiteExp(exponent: number): number {
  return Math.min(Math.exp(exponent), Number.MAX_VALUE);
}

/** Of all coefficients but the intercept: estimates, times the inverse of their covariance, times estimates. */
function waldTest({ estimates, covariance }: FittedModel, indices: readonly number[]): ReturnType<typeof scoreTest> {
  return scoreTest(
    indices.map((index) => estimates[index] ?? 0),
    submatrix(covariance, indices),
  );
}
