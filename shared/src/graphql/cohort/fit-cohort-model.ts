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
  readonly asked: Model<Covariate>;
  readonly design: ModelDesign;
  readonly hidden: HiddenCounts;
  readonly fitted: FittedModel | undefined;
}

/**
 * Fits a model to a cohort: one question for who would be in it, then one for each Newton step.
 *
 * @throws HubError BAD_USER_INPUT when there is no such model, naming the covariate at fault; DISCLOSURE_REFUSED when it would
 *   speak of too few; CONFLICT when the cohort changed on the way
 */
export async function fitCohortModel(cohort: CohortInquiry, model: Model<Covariate>, references: References): Promise<CohortModel> {
  const read = ({ counts, countries, policy: { threshold } }: PooledFigure): ModelDesign => {
    const design = modelDesign(counts, model.covariates, countries);
    checkModel(design, threshold);
    return design;
  };
  const question = { kind: 'modelDesign', model } as const;
  const { figure: design, hidden } = await cohort.release({ question, read, claims: (figure) => claimModel(model, figure) });
  checkCoefficients(model, design, hidden);
  if (design.patients === 0) return { asked: model, design, hidden, fitted: undefined };
  checkEvents(model, design);
  const covariates = codeCovariates(model, design, references);
  if ('kind' in covariates) throw badUserInput(covariates.problem);
  const fitted = await unlessChanged(fitModel(askOf(cohort), { ...model, covariates }, design));
  if (fitted.kind === 'refused') throw badUserInput(fitted.problem);
  return { asked: model, design, hidden, fitted };
}

/** @throws HubError CONFLICT when the cohort changed since the model was fitted */
export async function testProportionality(
  cohort: CohortInquiry,
  fitted: FittedModel,
  design: ModelDesign,
): Promise<ProportionalityTests | undefined> {
  return unlessChanged(proportionalityTests(askOf(cohort), fitted, design));
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

async function unlessChanged<T>(result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    if (!(error instanceof CohortChanged)) throw error;
    throw new HubError('CONFLICT', 'A registry changed, or stopped answering, while the model was fitted; ask again.');
  }
}
