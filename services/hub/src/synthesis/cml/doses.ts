import type { CalendarDate, Dose, Drug } from '@registry-hub/shared/domain';
import { addDays } from '../calendar';
import type { RandomSource } from '../random-source';
import type { CaseSketch, FullSketch } from './case-sketch';
import type { TreatmentHistory } from './treatments';

/** mg a day of chronic-phase CML: the approved dose of imatinib, and those tried for the next drugs in 2004 to 2006. */
const IMATINIB_DOSE = 400;
const HIGH_IMATINIB_DOSE = 600;
const HIGHEST_IMATINIB_DOSE = 800;
const nextDoses: { readonly [D in Drug]?: number } = { DASATINIB: 140, NILOTINIB: 800 };

interface DoseChange {
  readonly fromOn: CalendarDate;
  readonly mgPerDay: number;
}

/** The doses of imatinib and of the kinase inhibitor after it; 400 mg or more throughout, so that no failure is one of dose. */
export function doses(sketch: FullSketch, history: TreatmentHistory, random: RandomSource): readonly Dose[] {
  const { patientCode, decision } = sketch;
  const untilFailure = imatinibDoses(sketch, random);
  const atFailure = untilFailure.at(-1)?.mgPerDay ?? IMATINIB_DOSE;
  const increased = decision === 'IMATINIB_DOSE_INCREASE' ? increase(sketch, atFailure, random) : [];
  const imatinib = [...untilFailure, ...increased].map((change) => ({ patientCode, line: history.imatinib.line, ...change }));
  const { next } = history;
  const mgPerDay = next && nextDoses[next.drug];
  return next === undefined || mgPerDay === undefined
    ? imatinib
    : [...imatinib, { patientCode, line: next.line, fromOn: next.startedOn, mgPerDay }];
}

function imatinibDoses({ course, timeline }: CaseSketch, random: RandomSource): readonly DoseChange[] {
  const { imatinibStartedOn, monthsToFailure } = timeline;
  const start = { fromOn: imatinibStartedOn, mgPerDay: random.chance(10) ? HIGH_IMATINIB_DOSE : IMATINIB_DOSE };
  const raised = !course.toxic && monthsToFailure >= 12 && start.mgPerDay === IMATINIB_DOSE && random.chance(25);
  return raised ? [start, { fromOn: addDays(imatinibStartedOn, random.integer(150, 300)), mgPerDay: HIGH_IMATINIB_DOSE }] : [start];
}

/** Only after the day of the failure: the dose on that day is the one that failed. */
function increase({ timeline, outcome }: FullSketch, atFailure: number, random: RandomSource): readonly DoseChange[] {
  const fromOn = addDays(timeline.failedOn, random.integer(2, 20));
  const mgPerDay = atFailure < HIGH_IMATINIB_DOSE && random.chance(60) ? HIGH_IMATINIB_DOSE : HIGHEST_IMATINIB_DOSE;
  return fromOn < outcome.lastContactOn ? [{ fromOn, mgPerDay }] : [];
}
