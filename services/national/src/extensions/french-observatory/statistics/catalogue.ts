import type { DeclaredCatalogue, DeclaredEndpoint, DeclaredMeasure, DeclaredVariable } from '@registry-hub/shared/statistics';
import { attemptOutcomes } from '../derivation/attempt-course';
import { stoppingCriteria } from '../derivation/stopping-criteria';
import { attemptCriteria, restartReasons } from '../records/attempt';

/** Names of sets of patients: those of whom each group of fields is known. */
const AT_MONTH_3 = 'observatory.bcrAbl1AtMonth3';
const FROM_BASELINE = 'observatory.halvingTime';
const FIRST_ATTEMPT = 'observatory.firstAttempt';

/** Of attempts, the first one counts. */
export const observatoryVariables = {
  EARLY_MOLECULAR_RESPONSE: { declared: 'observatory.earlyMolecularResponse', values: ['true', 'false'], knownAs: AT_MONTH_3 },
  HALVES_WITHIN_76_DAYS: {
    declared: 'observatory.halvesWithin76Days',
    values: ['true', 'false'],
    knownAs: FROM_BASELINE,
    knownWithin: AT_MONTH_3,
  },
  ATTEMPT_CRITERIA: { declared: 'observatory.attemptCriteria', values: attemptCriteria, knownAs: FIRST_ATTEMPT },
  CRITERIA_MET: { declared: 'observatory.criteriaMet', values: stoppingCriteria, knownWithin: FIRST_ATTEMPT },
  ATTEMPT_OUTCOME: { declared: 'observatory.attemptOutcome', values: attemptOutcomes, knownAs: FIRST_ATTEMPT },
  RESTART_REASON: { declared: 'observatory.restartReason', values: restartReasons, knownWithin: FIRST_ATTEMPT },
} as const satisfies Record<string, DeclaredVariable>;
export type ObservatoryVariable = keyof typeof observatoryVariables;

export const observatoryMeasures = {
  BCR_ABL1_AT_MONTH_3: { declared: 'observatory.bcrAbl1AtMonth3', unit: '% IS', stepsPerUnit: 1_000_000, knownAs: AT_MONTH_3 },
  HALVING_TIME: {
    declared: 'observatory.halvingTime',
    unit: 'days',
    stepsPerUnit: 1000,
    knownAs: FROM_BASELINE,
    knownWithin: AT_MONTH_3,
  },
} as const satisfies Record<string, DeclaredMeasure>;
export type ObservatoryMeasure = keyof typeof observatoryMeasures;

/**
 * Molecular-relapse-free survival after the first stop: until loss of major molecular response, restart or death, censored at the last
 * BCR::ABL1 result (endpoints of treatment-free remission: Hochhaus et al., Leukemia 2020;34:966).
 */
export const molecularRelapseFreeSurvival: DeclaredEndpoint = {
  declared: 'observatory.molecularRelapseFreeSurvival',
  start: 'observatory.stoppedOn',
  events: ['observatory.relapsedOn', 'observatory.restartedOn'],
  death: true,
  followedUntil: 'observatory.followedUntil',
  outcome: { of: observatoryVariables.ATTEMPT_OUTCOME, withoutEvent: 'IN_REMISSION' },
};

export const observatoryCatalogue: DeclaredCatalogue = {
  variables: Object.values(observatoryVariables),
  measures: Object.values(observatoryMeasures),
  days: [molecularRelapseFreeSurvival.start, ...molecularRelapseFreeSurvival.events, molecularRelapseFreeSurvival.followedUntil],
};
