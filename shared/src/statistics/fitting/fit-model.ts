import { fromTriangle } from '../mathematics';
import { INTERCEPT, type Model, parameterNames } from '../models';
import { type Counts, fractionBitsFor, likelihoodLength, type PooledSums, readSums } from '../partials';
import type { FigureQuestion } from '../question';
import { type FittedModel, inUnits } from './fitted-model';
import type { ModelDesign } from './model-design';
import { type Evaluate, type Evaluation, maximise, type NewtonRule, type NoMaximum } from './newton';
import { type Refusal, refusal } from './refusal';

/** Asks for the pooled counts of a figure. */
export type AskFigure = (figure: FigureQuestion) => Promise<Counts>;

/** The patients changed, or a country stopped answering, while a model was being fitted: its steps speak of different cohorts. */
export class CohortChanged extends Error {
  override readonly name = 'CohortChanged';
}

/** As R's coxph by default: a relative change of at most 1e-9. */
const coxRule: NewtonRule = {
  firstStep: 1,
  hasConverged: (before, after) => Math.abs(1 - before / after) <= 1e-9,
  covarianceAt: 'last',
};

/**
 * As R's glm by default: a change of the deviance of at most 1e-8 of it. It starts from fitted probabilities of 1/4 and 3/4,
 * whose first step is this long a Newton step from 0 (on the logit scale 3/4 lies at ln 3, and its working residual is 4/3);
 * its covariance is that of the last weights used, the ones before the last coefficients.
 */
const logisticRule: NewtonRule = {
  firstStep: (Math.log(3) + 4 / 3) / 2,
  hasConverged: (before, after) => 2 * Math.abs(after - before) < 1e-8 * (2 * Math.abs(after) + 0.1),
  covarianceAt: 'previous',
};

/**
 * Fits a model by Newton's method on pooled sums: the estimates are those that R gives for the concatenated rows, a Cox
 * model's stratified by country. They stop where R's do, so that both agree beyond what either has left to converge.
 *
 * Sums are rounded to fixed point, at most 2^-(f + 1) a country, f being the fraction bits (53 less the logarithm of the
 * number of patients): for a thousand patients and nine countries at most 1e-12, of a score whose standard deviation is near
 * the root of the number of events. Estimates keep ten digits and more.
 *
 * @param design who is in the model; there must be patients, and events
 * @throws CohortChanged when a step speaks of other patients than the design
 */
export async function fitModel(ask: AskFigure, model: Model, design: ModelDesign): Promise<FittedModel | Refusal> {
  const fractionBits = fractionBitsFor(design.patients);
  const names = parameterNames(model);
  const evaluate: Evaluate = async (at) => {
    const counts = await ask({ kind: 'likelihood', model, at, fractionBits });
    const pooled = readSums(counts, likelihoodLength(names.length), fractionBits);
    checkSamePatients(pooled, design);
    return pooled.sums && evaluationOf(pooled.sums, names.length);
  };
  const rule = model.family === 'COX' ? coxRule : logisticRule;
  const result = await maximise(evaluate, names.length, design.patients, rule);
  if (result.kind !== 'maximum') return explain(result, model, names);
  return {
    kind: 'fitted',
    model,
    names,
    ...inUnits(model, result),
    logLikelihood: result.logLikelihood,
    nullLogLikelihood: model.family === 'COX' ? result.startLogLikelihood : interceptLogLikelihood(design),
    iterations: result.iterations,
    at: result.at,
    fractionBits,
  };
}

/** @throws CohortChanged */
export function checkSamePatients({ patients, events }: PooledSums, design: Pick<ModelDesign, 'patients' | 'events'>): void {
  if (patients !== design.patients || events !== design.events) throw new CohortChanged();
}

/** Of a logistic model without covariates. */
function interceptLogLikelihood({ patients, events }: ModelDesign): number {
  const others = patients - events;
  return events * Math.log(events / patients) + others * Math.log(others / patients);
}

function evaluationOf(sums: readonly number[], parameters: number): Evaluation {
  const [logLikelihood = 0] = sums;
  return {
    logLikelihood,
    score: sums.slice(1, 1 + parameters),
    information: fromTriangle(sums.slice(1 + parameters), parameters),
  };
}

function explain({ kind, parameters }: NoMaximum, model: Model, names: readonly string[]): Refusal {
  // an intercept at fault is so because of a covariate
  const [name = ''] = parameters.map((parameter) => names[parameter] ?? '').filter((one) => one !== INTERCEPT);
  switch (kind) {
    case 'out of range':
      return refusal('covariates', `a value of ${measuresOf(model).join(' or ')} lies too far from what is usual to be in a model.`);
    case 'constant':
      return refusal('covariates', `${name} is the same for all patients who could be compared${strata(model)}.`);
    case 'collinear':
      return refusal('covariates', `${name} is collinear: it follows from the covariates before it${strata(model)}.`);
    case 'unbounded':
      return refusal('covariates', `${name} separates the data: its coefficient has no finite estimate.`);
    case 'not converged':
      return refusal('covariates', `the model does not converge; its last step was one of ${name}.`);
  }
}

function measuresOf({ covariates }: Model): readonly string[] {
  return covariates.flatMap((covariate) => ('measure' in covariate ? [covariate.measure] : []));
}

function strata({ family }: Model): string {
  return family === 'COX' ? ' (within a country: the model is stratified by country)' : '';
}
