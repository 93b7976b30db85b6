import { majorMolecularResponseIsPct } from '@registry-hub/shared/clinical';
import type { CalendarDate, CaseFacts } from '@registry-hub/shared/domain';
import type { Attempt } from '../records/attempt';
import { type MeasuredAssessment, measuredAssessments } from './measured-response';

/** How an attempt went so far: the first thing that ended it, or that it lasts. */
export const attemptOutcomes = ['IN_REMISSION', 'MOLECULAR_RELAPSE', 'RESTARTED', 'DIED'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** An attempt with what the registry's assessments say of it. */
export interface AttemptCourse {
  readonly attempt: Attempt;
  /** BCR::ABL1 after the stop, until the treatment was taken up again. */
  readonly followUp: readonly MeasuredAssessment[];
  /** The first loss of major molecular response: BCR::ABL1 above 0.1 % IS (Mahon et al., Lancet Oncol 2010;11:1029; Hochhaus 2020). */
  readonly relapsedOn?: CalendarDate;
  /** The last day on which it was known how the attempt goes. */
  readonly followedUntil: CalendarDate;
  readonly outcome: AttemptOutcome;
}

/** The course of each attempt, in their order. */
export function attemptCourses(facts: CaseFacts, attempts: readonly Attempt[]): readonly AttemptCourse[] {
  const measured = measuredAssessments(facts);
  return attempts.map((attempt, index) => {
    const { stoppedOn, restartedOn } = attempt;
    const until = restartedOn ?? attempts[index + 1]?.stoppedOn;
    const followUp = measured.filter(({ assessedOn }) => assessedOn > stoppedOn && (until === undefined || assessedOn <= until));
    const relapsedOn = followUp.find(({ bcrAbl1IsPct }) => bcrAbl1IsPct > majorMolecularResponseIsPct)?.assessedOn;
    return {
      attempt,
      followUp,
      ...(relapsedOn && { relapsedOn }),
      followedUntil: followUp.at(-1)?.assessedOn ?? stoppedOn,
      outcome: outcomeOf(relapsedOn, restartedOn, facts.patient.diedOn),
    };
  });
}

function outcomeOf(
  relapsedOn: CalendarDate | undefined,
  restartedOn: CalendarDate | undefined,
  diedOn: CalendarDate | undefined,
): AttemptOutcome {
  if (relapsedOn) return 'MOLECULAR_RELAPSE';
  if (restartedOn) return 'RESTARTED';
  return diedOn ? 'DIED' : 'IN_REMISSION';
}
