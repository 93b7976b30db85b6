import type { DeathCause, TherapeuticDecision } from '@registry-hub/shared/domain';
import { addDays, drawWeekday, earliest } from '../calendar';
import { valueAtRank } from '../quantiles';
import type { RandomSource } from '../random-source';
import type { CaseProfile } from './case-profile';
import type { CaseSketch, Outcome } from './case-sketch';
import type { FailureCourse } from './failure-course';
import { registryCalendar } from './registry-calendar';

/**
 * Equally spaced quantiles of the months from the failure to death, had the registry never closed: worst after blast phase, best
 * after toxicity alone. Plausible values set by the project.
 */
const monthsToDeath = {
  BLAST: [0.5, 3, 7, 13, 30, 120],
  ACCELERATED: [1, 9, 20, 38, 80, 200],
  CHRONIC: [2, 42, 90, 140, 200, 300],
  TOXICITY: [3, 70, 130, 190, 250, 300],
} as const;

const DAYS_PER_MONTH = 30.4375;
const LOST_PERCENT = 2;

/** Draws death, or else the last contact, up to the day the registry closes. A patient may be notified after death. */
export function drawOutcome({ profile, course, timeline }: CaseSketch, decision: TherapeuticDecision, random: RandomSource): Outcome {
  const table = monthsToDeath[course.failure === 'TOXICITY' ? 'TOXICITY' : course.phaseAtFailure];
  const months = valueAtRank(table, random.rank()) * frailty(profile);
  const diedOn = addDays(timeline.failedOn, Math.ceil(months * DAYS_PER_MONTH));
  if (diedOn <= registryCalendar.closedOn) {
    return { vitalStatus: 'DEAD', lastContactOn: diedOn, diedOn, deathCause: drawCause(course, decision, months, random) };
  }
  const { notifiedOn } = timeline;
  if (random.chance(LOST_PERCENT)) return { vitalStatus: 'LOST', lastContactOn: notifiedOn };
  const lastContactOn = earliest(drawWeekday(random, notifiedOn, registryCalendar.closedOn), registryCalendar.closedOn);
  return { vitalStatus: 'ALIVE', lastContactOn };
}

/** Factor on the time to death. */
function frailty({ ageAtDiagnosis }: CaseProfile): number {
  if (ageAtDiagnosis >= 65) return 0.6;
  return ageAtDiagnosis >= 50 ? 0.85 : 1.1;
}

function drawCause(course: FailureCourse, decision: TherapeuticDecision, months: number, random: RandomSource): DeathCause {
  if (decision === 'ALLOGENEIC_TRANSPLANT' && months > 3 && random.chance(60)) return 'TRANSPLANT';
  const ofDisease = course.phaseAtFailure === 'CHRONIC' ? 45 : 88;
  return random.weighted<DeathCause>([
    ['CML', ofDisease],
    ['OTHER', 92 - ofDisease],
    ['UNKNOWN', 8],
  ]);
}
