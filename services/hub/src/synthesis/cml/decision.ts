import { type CalendarDate, completedYears, type Mutation, type TherapeuticDecision } from '@registry-hub/shared/domain';
import type { RandomSource, Weighted } from '../random-source';
import type { CaseProfile } from './case-profile';
import type { FailureCourse } from './failure-course';
import { registryCalendar } from './registry-calendar';
import type { Timeline } from './timeline';

const TRANSPLANT_UNTIL_AGE = 60;

/**
 * What was decided at the failure, from what there was on that day. Dasatinib and nilotinib were given in studies only, and
 * not against T315I, which neither inhibits (O'Hare, Cancer Res 2005;65:4500). Weights are plausible values set by the project.
 */
export function drawDecision(
  profile: CaseProfile,
  course: FailureCourse,
  timeline: Timeline,
  mutations: readonly Mutation[],
  random: RandomSource,
): TherapeuticDecision {
  const { failedOn } = timeline;
  const resistant = mutations.some(({ variant }) => variant === 'T315I');
  const when = (possible: boolean, weight: number): number => (possible ? weight : 0);
  const studiedFrom = (from: CalendarDate): boolean => profile.everInStudy && failedOn >= from && !resistant;
  const age = completedYears(`${timeline.birthMonth}-15`, failedOn);
  const advanced = course.phaseAtFailure !== 'CHRONIC';
  const options: readonly Weighted<TherapeuticDecision>[] = [
    ['DASATINIB', when(studiedFrom(registryCalendar.dasatinibStudiesFrom), 45)],
    ['NILOTINIB', when(studiedFrom(registryCalendar.nilotinibStudiesFrom), 28)],
    ['TRIAL_DRUG', when(profile.everInStudy, 4)],
    ['IMATINIB_DOSE_INCREASE', when(!course.toxic && !advanced && !resistant, 26)],
    ['ALLOGENEIC_TRANSPLANT', when(age < TRANSPLANT_UNTIL_AGE, resistant || advanced ? 26 : 9)],
    ['HYDROXYCARBAMIDE', 14],
    ['INTERFERON', when(!advanced, course.toxic ? 14 : 6)],
    ['CHEMOTHERAPY', when(course.phaseAtFailure === 'BLAST', 26)],
    ['NONE', 4],
  ];
  return random.weighted(options);
}
