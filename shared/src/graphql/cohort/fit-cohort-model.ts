import { checkCoefficients, checkModel, claimModel, type HiddenCounts } from '../../disclosure';
import { badUserInput, HubError } from '../../errors';
import {
  type AskFigure,
  CohortChanged,
  type Covariate,
  codeCovariates,
  type FittedModel,
  fitModel,
  type Model,
  type ModelDesign,
  modelDesign,
  type ProportionalityTests,
  proportionalityTests,
  type References,
} from '../../statistics';
import type { CohortInquiry, PooledFigure } from './cohort-inquiry';

/** A model with who is in it; of nobody, there is none. */
export interface CohortModel {
  /** Which the model was fitted to, and what else is asked of it belongs to. */
  readonly cohort: CohortInquiry;
  readonly asked: Model<Covariate>;
  readonly design: ModelDesign;
  readonly hidden: HiddenCounts;
  readonly fitted: FittedModel | undefined;
  /** That patients are left out of the model alone: what else was asked of the freeze is as it was before they withdrew. */
  readonly leftOut: boolean;
}

/**
 * Fits a model to a cohort: one question for who would be in it, then one for each Newton step.
 *
 * Of a freeze, some of these questions may have been asked before patients withdrew, and others not: they speak of different
 * patients then, and all of them are asked as if for the first time.
 *
 * @throws HubError BAD_USER_INPUT when there is no such model, naming the covariate at fault; DISCLOSURE_REFUSED when it would
 *   speak of too few; CONFLICT when the cohort changed on the way
 */
export async function fitCohortModel(cohort: CohortInquiry, model: Model<Covariate>, references: References): Promise<CohortModel> {
  try {
    return await fitOnce(cohort, model, references);
  } catch (error) {
    const later = error instanceof CohortChanged ? cohort.anew() : undefined;
    if (later === undefined) throw forClient(error);
    return { ...(await fitOnce(later, model, references).catch(rethrowChanged)), leftOut: true };
  }
}

/** @throws CohortChanged, and what {@link fitCohortModel} does */
async function fitOnce(cohort: CohortInquiry, model: Model<Covariate>, references: References): Promise<CohortModel> {
  const read = ({ counts, countries, policy: { threshold } }: PooledFigure): ModelDesign => {
    const design = modelDesign(counts, model.covariates, countries);
    checkModel(design, threshold);
    return design;
  };
  const question = { kind: 'modelDesign', model } as const;
  const { figure: design, hidden } = await cohort.release({ question, read, claims: (figure) => claimModel(model, figure) });
  checkCoefficients(model, design, hidden);
  if (design.patients === 0) return { cohort, asked: model, design, hidden, fitted: undefined, leftOut: false };
  checkEvents(model, design);
  const covariates = codeCovariates(model, design, references);
  if ('kind' in covariates) throw badUserInput(covariates.problem);
  const fitted = await fitModel(askOf(cohort), { ...model, covariates }, design);
  if (fitted.kind === 'refused') throw badUserInput(fitted.problem);
  // a freeze keeps what was asked of it: with the model goes its test, so that it can be had when patients have withdrawn since
  if (cohort.filter.freeze !== undefined && fitted.model.family === 'COX') await proportionalityTests(askOf(cohort), fitted, design);
  return { cohort, asked: model, design, hidden, fitted, leftOut: false };
}

/** @throws HubError CONFLICT when the cohort changed since the model was fitted */
export async function testProportionality(
  cohort: CohortInquiry,
  fitted: FittedModel,
  design: ModelDesign,
): Promise<ProportionalityTests | undefined> {
  return proportionalityTests(askOf(cohort), fitted, design).catch(rethrowChanged);
}

function askOf(cohort: CohortInquiry): AskFigure {
  return async (figure) => (await cohort.ask(figure)).counts;
}

/** Without an event, or with nothing else, there is nothing that covariates could explain. */
function checkEvents({ family }: Model<Covariate>, { patients, events }: ModelDesign): void {
  const field = family === 'COX' ? 'endpoint' : 'outcome';
  if (events === 0) throw badUserInput({ field, message: 'nobody in this model has the event.' });
  if (family === 'LOGISTIC' && events === patients) throw badUserInput({ field, message: 'everybody in this model has this value.' });
}

/** What a client gets instead of word that the cohort changed. */
function forClient(error: unknown): unknown {
  if (!(error instanceof CohortChanged)) return error;
  return new HubError('CONFLICT', 'A registry changed, or stopped answering, while the model was fitted; ask again.');
}

function rethrowChanged(error: unknown): never {
  throw forClient(error);
}
