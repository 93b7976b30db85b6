import { type Assessment, type CalendarDate, type CaseFacts, compareDates, type TreatmentLine } from '../../domain';
import { readOnInternationalScale } from './molecular-response';

/** A line of treatment with what was observed under it. */
export interface TreatmentCourse {
  readonly line: TreatmentLine;
  /** Until when the facts tell how the line went. */
  readonly observedUntil: CalendarDate;
  /** From the start to {@link observedUntil}, both included, in date order. */
  readonly assessments: readonly Assessment[];
}

const earliest = (dates: readonly CalendarDate[]): CalendarDate | undefined => dates.toSorted()[0];
const latest = (dates: readonly CalendarDate[]): CalendarDate | undefined => dates.toSorted().at(-1);
const known = (dates: readonly (CalendarDate | undefined)[]): readonly CalendarDate[] => dates.filter((date) => date !== undefined);

/**
 * How long a line was observed: until it was stopped, else until the next line began or the patient died, else until the
 * last contact or assessment. A line stopped in remission is observed on without the drug.
 */
function observationEnd(
  { patient, treatments, assessments }: CaseFacts,
  { startedOn, stoppedOn, stopReason }: TreatmentLine,
): CalendarDate {
  const stop = stopReason === 'TREATMENT_FREE_REMISSION' ? undefined : stoppedOn;
  const nextStart = earliest(treatments.map((line) => line.startedOn).filter((date) => date > startedOn));
  const end = stop ?? earliest(known([nextStart, patient.diedOn]));
  return end ?? latest(known([patient.lastContactOn, ...assessments.map(({ assessedOn }) => assessedOn)])) ?? startedOn;
}

/** The course of one treatment line. BCR::ABL1 of an atypical transcript is left out: it is not on the International Scale. */
export function treatmentCourse(facts: CaseFacts, line: TreatmentLine): TreatmentCourse {
  const observedUntil = observationEnd(facts, line);
  const assessments = facts.assessments
    .filter(({ assessedOn }) => assessedOn >= line.startedOn && assessedOn <= observedUntil)
    .toSorted((one, other) => compareDates(one.assessedOn, other.assessedOn));
  return { line, observedUntil, assessments: readOnInternationalScale(assessments, facts.diagnosis?.transcript) };
}
