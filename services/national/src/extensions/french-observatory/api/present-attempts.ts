import type { CaseFacts } from '@registry-hub/shared/domain';
import { attemptCourses } from '../derivation/attempt-course';
import { stoppingCriteriaOf } from '../derivation/stopping-criteria';
import type { Attempt } from '../records/attempt';
import type { AttemptType } from './observatory-types';

/** A patient's attempts with their courses. */
export function presentAttempts(facts: CaseFacts, attempts: readonly Attempt[]): AttemptType[] {
  return attemptCourses(facts, attempts).map(({ attempt, followUp, relapsedOn, outcome }) => {
    const criteriaMet = stoppingCriteriaOf(facts, attempt.stoppedOn);
    return { ...attempt, followUp, outcome, ...(relapsedOn && { relapsedOn }), ...(criteriaMet && { criteriaMet }) };
  });
}
