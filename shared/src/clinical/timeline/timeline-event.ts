import type { CalendarDate, Drug, RecordReference, TreatmentLine } from '../../domain';
import type { ElnResponse } from '../criteria/eln-table';

/** What can happen in the course of a case. Of one day's events, those named first come first: what was found before what was done. */
export const timelineEventKinds = [
  'DIAGNOSIS',
  'CONSENT_GIVEN',
  'ASSESSMENT',
  'PHASE_CHANGED',
  'RESPONSE_ACHIEVED',
  'RESPONSE_LOST',
  'MUTATION_FOUND',
  'NO_MUTATION_FOUND',
  'MILESTONE',
  'ADVERSE_EVENT_ONSET',
  'ADVERSE_EVENT_RESOLVED',
  'FAILURE',
  'TREATMENT_STOPPED',
  'TREATMENT_STARTED',
  'DOSE_CHANGED',
  'FAILURE_NOTIFIED',
  'LAST_CONTACT',
  'DEATH',
] as const;
export type TimelineEventKind = (typeof timelineEventKinds)[number];

/** Something dated in the course of a case. */
export interface CourseEvent {
  readonly kind: TimelineEventKind;
  readonly on: CalendarDate;
  /** What it means, as a sentence. */
  readonly meaning: string;
  /** The record that documents it; absent for a milestone, which several records decide. */
  readonly record?: RecordReference;
  /** The class of response at a milestone. */
  readonly response?: ElnResponse;
  /** The treatment it is about, where it is about one. */
  readonly line?: TreatmentLine;
}

/** The same, with where in the treatment it stands. */
export interface TimelineEvent extends Omit<CourseEvent, 'line'> {
  /** Completed calendar months since the first imatinib; absent before it, and without imatinib. */
  readonly monthsSinceImatinib?: number;
  /** The treatment at that time; absent where none is documented. */
  readonly drug?: Drug;
  /** Its dose, mg a day; absent where none is documented. */
  readonly mgPerDay?: number;
}
