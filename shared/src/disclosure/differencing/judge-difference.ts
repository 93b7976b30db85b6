import type { CohortDifference } from '../../statistics';
import { isSmall } from '../is-small';

/** FLAGGED: answered, with a note, and written to the log that the coordinators concerned read. */
export const differencingDecisions = ['FLAGGED', 'REFUSED'] as const;
export type DifferencingDecision = (typeof differencingDecisions)[number];

/** Another cohort of the same caller, as it was counted then and now. */
export interface EarlierCount {
  /** Its patients when it was answered. */
  readonly size: number;
  /** Whether every country that answered for it then has counted now. */
  readonly complete: boolean;
}

/**
 * How many patients are in one of two cohorts and not in the other. Of the patients whose countries don't answer now it is
 * known how many there were: what the others don't have of the earlier cohort. When they have more of it than there was, data
 * changed and nothing can be told: it is taken for one, so that nobody is at risk by it.
 */
export function differingPatients({ onlyHere, onlyThere, there }: CohortDifference, { size, complete }: EarlierCount): number {
  return onlyHere + onlyThere + (complete ? 0 : missingPatients(size - there));
}

function missingPatients(remainder: number): number {
  return remainder < 0 ? 1 : remainder;
}

/**
 * What becomes of a cohort that shares all but some patients with one answered before: whoever knows both knows the difference
 * of any two of their figures, which speaks of these few. None differing is the same cohort; k are as many as a figure may
 * speak of.
 *
 * @param patients see {@link differingPatients} @param threshold k @param refuses whether the caller's role, or a setting, is against it
 * @returns undefined where there is nothing to object to
 */
export function judgeDifference(patients: number, threshold: number, refuses: boolean): DifferencingDecision | undefined {
  if (!isSmall(patients, threshold)) return undefined;
  return refuses ? 'REFUSED' : 'FLAGGED';
}
