import { graphqlEnum } from '@registry-hub/shared/graphql';
import { attemptOutcomes } from '../derivation/attempt-course';
import { stoppingCriteria } from '../derivation/stopping-criteria';
import { attemptCriteria, restartReasons } from '../records/attempt';
import { type ObservatoryMeasure, type ObservatoryVariable, observatoryMeasures, observatoryVariables } from '../statistics/catalogue';

export const AttemptCriteriaEnum = graphqlEnum(
  'ObservatoryAttemptCriteria',
  attemptCriteria,
  'By which criteria treatment was stopped: those of the ELN 2020 (Hochhaus et al., Leukemia 2020;34:966), of a study, or others.',
);
export const RestartReasonEnum = graphqlEnum('ObservatoryRestartReason', restartReasons);
export const StoppingCriteriaEnum = graphqlEnum(
  'ObservatoryStoppingCriteria',
  stoppingCriteria,
  'Which criteria of the ELN 2020 for stopping the records support.',
);
export const AttemptOutcomeEnum = graphqlEnum(
  'ObservatoryAttemptOutcome',
  attemptOutcomes,
  'MOLECULAR_RELAPSE: BCR::ABL1 above 0.1 % IS after the stop. RESTARTED: without one. Whichever is documented; else death, else remission.',
);
export const ObservatoryVariableEnum = graphqlEnum(
  'ObservatoryVariable',
  Object.keys(observatoryVariables) as ObservatoryVariable[],
  'Of attempts, the first one counts. EARLY_MOLECULAR_RESPONSE: BCR::ABL1 of at most 10 % IS about month 3. HALVES_WITHIN_76_DAYS: BCR::ABL1 halves in fewer than 76 days (Branford et al., Blood 2014;124:511).',
);
export const ObservatoryMeasureEnum = graphqlEnum(
  'ObservatoryMeasure',
  Object.keys(observatoryMeasures) as ObservatoryMeasure[],
  'BCR_ABL1_AT_MONTH_3 in % IS; HALVING_TIME in days, at most 365, which stands for no fall as well.',
);
