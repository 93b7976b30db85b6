import { type Assessment, addMonths, type CalendarDate } from '@registry-hub/shared/domain';
import { addDays, latest, onWeekday } from '../calendar';
import type { RandomSource } from '../random-source';
import { assessmentRecord } from './assessment-record';
import type { CaseSketch } from './case-sketch';
import { stateAtFailure, stateOnImatinib, untreatedState } from './disease-state';
import type { Timeline } from './timeline';

/** Months of imatinib at which patients are seen, a few days late at times and never early. */
const VISIT_MONTHS = [3, 6, 12, 18, 24, 36, 48];
const LATE_DAYS = 12;

/** The assessments from the eve of imatinib to its failure: the evidence that the reported category rests on. */
export function courseAssessments({ patientCode, course, timeline }: CaseSketch, random: RandomSource): readonly Assessment[] {
  const depth = random.rank();
  const { imatinibStartedOn, failedOn, monthsToFailure } = timeline;
  const everything = { cytogenetics: true, molecular: random.chance(55) };
  const visits = VISIT_MONTHS.filter((month) => month < monthsToFailure).map((month) => {
    const assessedOn = onWeekday(addDays(addMonths(imatinibStartedOn, month), random.integer(0, LATE_DAYS)));
    const tests = { cytogenetics: true, molecular: month >= 6 && random.chance(45) };
    return assessmentRecord(patientCode, assessedOn, stateOnImatinib(course.response, month, depth), tests, random);
  });
  return [
    assessmentRecord(patientCode, eveOfImatinib(timeline, random), untreatedState, { cytogenetics: true, molecular: false }, random),
    ...visits,
    assessmentRecord(patientCode, failedOn, stateAtFailure(course, monthsToFailure, depth, random), everything, random),
  ];
}

/** Up to two weeks before the first dose, but after the diagnosis. */
function eveOfImatinib({ diagnosedOn, imatinibStartedOn }: Timeline, random: RandomSource): CalendarDate {
  return latest(addDays(diagnosedOn, 1), addDays(imatinibStartedOn, -random.integer(1, 14)));
}
