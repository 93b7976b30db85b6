import type { PreparedModel } from '../analysis-cache';
import { canonicalText } from '../canonical-text';
import { coxSums, logisticSums, type Model, timeWeightedSums } from '../models';
import type { LikelihoodQuestion, ProportionalityQuestion } from '../question';
import type { CohortRows } from './cohort-rows';
import type { Counts } from './counts';
import { likelihoodVector, sumsPartial, timeWeightedVector } from './model-sums';
import { prepareModel } from './prepare-model';

/** One country's log-likelihood of a model with its derivatives, at the question's coefficients. */
export function likelihoodPartial(cohort: CohortRows, { model, at, fractionBits }: LikelihoodQuestion): Counts {
  const prepared = preparedModel(cohort, model);
  const coefficients = Float64Array.from(at);
  const sums =
    prepared.family === 'COX' ? coxSums(prepared.stratum, coefficients) : logisticSums(prepared.design, prepared.outcome, coefficients);
  return sumsPartial(patientsOf(prepared), prepared.events, likelihoodVector(sums), fractionBits);
}

/** One country's sums for the test of proportional hazards. */
export function proportionalityPartial(cohort: CohortRows, { model, at, fractionBits }: ProportionalityQuestion): Counts {
  const prepared = preparedModel(cohort, model);
  if (prepared.family !== 'COX') throw new RangeError('only hazards can be proportional');
  const sums = timeWeightedSums(prepared.stratum, Float64Array.from(at));
  return sumsPartial(patientsOf(prepared), prepared.events, timeWeightedVector(sums), fractionBits);
}

function preparedModel(cohort: CohortRows, model: Model): PreparedModel {
  const key = canonicalText([cohort.filter, cohort.scope, cohort.countries, model]);
  return cohort.cache.model(cohort.columns, key, () => prepareModel(cohort, model));
}

function patientsOf(prepared: PreparedModel): number {
  return prepared.family === 'COX' ? prepared.stratum.day.length : prepared.outcome.length;
}
