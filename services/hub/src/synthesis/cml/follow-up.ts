import { type Assessment, addMonths, type Phase, type TherapeuticDecision } from '@registry-hub/shared/domain';
import { addDays, onWeekday } from '../calendar';
import type { RandomSource } from '../random-source';
import { assessmentRecord } from './assessment-record';
import type { FullSketch } from './case-sketch';
import { type DiseaseState, state } from './disease-state';
import { drawAdvancedPhase } from './failure-course';

/** Months after the failure at which patients are seen. */
const VISIT_MONTHS = [4, 10, 20, 32];

/** Percent of patients whom each decision brings into complete cytogenetic response: plausible values set by the project. */
const remissionPercent: { readonly [D in TherapeuticDecision]?: number } = {
  DASATINIB: 48,
  NILOTINIB: 44,
  TRIAL_DRUG: 20,
  IMATINIB_DOSE_INCREASE: 24,
  ALLOGENEIC_TRANSPLANT: 65,
};
const REMISSION_FROM_ADVANCED_PERCENT = 30;
const LATE_PROGRESSION_PERCENT = 4;
/** Progression seen before a death from CML that began in chronic phase. */
const PROGRESSION_BEFORE_DEATH_PERCENT = 75;

/** The assessments between the failure and the end of follow-up. */
export function followUpAssessments(sketch: FullSketch, random: RandomSource): readonly Assessment[] {
  const { patientCode, timeline, outcome } = sketch;
  const dates = VISIT_MONTHS.map((months) => onWeekday(addDays(addMonths(timeline.failedOn, months), random.integer(0, 25)))).filter(
    (date) => date < outcome.lastContactOn,
  );
  const later = laterCourse(sketch, random);
  return dates.map((assessedOn, visit) => {
    const found =
      later.progression !== undefined && visit === dates.length - 1 ? state(later.progression, false, 100) : stateAt(later, visit);
    const tests = { cytogenetics: random.chance(70), molecular: random.chance(50) };
    return assessmentRecord(patientCode, assessedOn, found, tests, random);
  });
}

interface LaterCourse {
  readonly phase: Phase;
  readonly remission: boolean;
  /** The patient's own level of Ph+ without remission, and of transcripts within it, 0 to 1. */
  readonly depth: number;
  /** The phase of a progression that is seen at the last visit. */
  readonly progression?: Phase;
}

function laterCourse({ course, decision, outcome }: FullSketch, random: RandomSource): LaterCourse {
  const advanced = course.phaseAtFailure !== 'CHRONIC';
  const percent = remissionPercent[decision] ?? 5;
  const remission = random.chance(advanced ? Math.floor((percent * REMISSION_FROM_ADVANCED_PERCENT) / 100) : percent);
  const diesOfDisease = outcome.vitalStatus === 'DEAD' && outcome.deathCause === 'CML';
  const progresses = !advanced && random.chance(diesOfDisease ? PROGRESSION_BEFORE_DEATH_PERCENT : LATE_PROGRESSION_PERCENT);
  return {
    phase: remission ? 'CHRONIC' : course.phaseAtFailure,
    remission,
    depth: random.rank(),
    ...(progresses && { progression: drawAdvancedPhase(random) }),
  };
}

function stateAt({ phase, remission, depth }: LaterCourse, visit: number): DiseaseState {
  if (!remission) return state(phase, phase === 'CHRONIC', 50 + 50 * depth);
  return visit === 0 ? state('CHRONIC', true, 5 + 40 * depth) : state('CHRONIC', true, 0, 12 * visit + 6, depth);
}
