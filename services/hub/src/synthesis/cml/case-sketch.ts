import type { CalendarDate, Patient, TherapeuticDecision } from '@registry-hub/shared/domain';
import type { CaseProfile } from './case-profile';
import type { FailureCourse } from './failure-course';
import type { Timeline } from './timeline';

/** A case up to its failure, before it is written out as records. */
export interface CaseSketch {
  readonly patientCode: string;
  readonly profile: CaseProfile;
  readonly course: FailureCourse;
  readonly timeline: Timeline;
}

/** How follow-up ends. */
export interface Outcome extends Pick<Patient, 'vitalStatus' | 'diedOn' | 'deathCause'> {
  /** Day of the last contact, or of the death. */
  readonly lastContactOn: CalendarDate;
}

/** A case to the end of its follow-up. */
export interface FullSketch extends CaseSketch {
  readonly decision: TherapeuticDecision;
  readonly outcome: Outcome;
}
