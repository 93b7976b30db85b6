import { type CalendarDate, completedYears, type Mutation, type TherapeuticDecision } from '@registry-hub/shared/domain';
import type { RandomSource } from '../random-source';
import type { CaseSketch } from './case-sketch';
import { registryCalendar } from './registry-calendar';

interface Option {
  readonly decision: TherapeuticDecision;
  readonly possible: boolean;
  readonly weight: number;
}

const TRANSPLANT_UNTIL_AGE = 60;

/**
 * What was decided at the failure, from what there was on that day. Dasatinib and nilotinib were given in studies only, and
 * not against T315I, which neither inhibits (O'Hare, Cancer Res 2005;65:4500). Weights are plausible values set by the project.
 */
export function drawDecision(sketch: CaseSketch, mutations: readonly Mutation[], random: RandomSource): TherapeuticDecision {
  const { profile, course, timeline } = sketch;
  const resistant = mutations.some(({ variant }) => variant === 'T315I');
  const advanced = course.phaseAtFailure !== 'CHRONIC';
  const age = completedYears(`${timeline.birthMonth}-15`, timeline.failedOn);
  const inStudies = (from: CalendarDate): boolean => profile.everInStudy && timeline.failedOn >= from && !resistant;
  const options: readonly Option[] = [
    { decision: 'DASATINIB', possible: inStudies(registryCalendar.dasatinibStudiesFrom), weight: 45 },
    { decision: 'NILOTINIB', possible: inStudies(registryCalendar.nilotinibStudiesFrom), weight: 28 },
    { decision: 'TRIAL_DRUG', possible: profile.everInStudy, weight: 4 },
    { decision: 'IMATINIB_DOSE_INCREASE', possible: !course.toxic && !advanced && !resistant, weight: 26 },
    { decision: 'ALLOGENEIC_TRANSPLANT', possible: age < TRANSPLANT_UNTIL_AGE, weight: resistant || advanced ? 26 : 9 },
    { decision: 'HYDROXYCARBAMIDE', possible: true, weight: 14 },
    { decision: 'INTERFERON', possible: !advanced, weight: course.toxic ? 14 : 6 },
    { decision: 'CHEMOTHERAPY', possible: course.phaseAtFailure === 'BLAST', weight: 26 },
    { decision: 'NONE', possible: true, weight: 4 },
  ];
  return random.weighted(options.filter(({ possible }) => possible).map(({ decision, weight }) => [decision, weight]));
}
