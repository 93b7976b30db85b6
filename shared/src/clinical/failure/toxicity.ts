import { type AdverseEvent, type CaseFacts, compareDates, daysBetween, type TreatmentLine } from '../../domain';
import { recordReference } from '../record-reference';
import type { FailureWindow } from './failure-window';
import type { MetCriterion } from './met-criterion';

/** Most days from the end of an adverse event to the stop that it is the reason of (project convention). */
const MAX_DAYS_TO_STOP = 90;

interface StoppedLine extends TreatmentLine {
  readonly stoppedOn: NonNullable<TreatmentLine['stoppedOn']>;
}

const isStopped = (line: TreatmentLine): line is StoppedLine => line.stoppedOn !== undefined;

/** The last imatinib line, when imatinib was stopped for good: every line has its stop and none began after the failure. */
function permanentStop({ treatments }: CaseFacts, { failedOn }: FailureWindow): StoppedLine | undefined {
  const lines = treatments.filter(({ drug }) => drug === 'IMATINIB');
  const stopped = lines.filter(isStopped);
  if (stopped.length < lines.length || lines.some(({ startedOn }) => startedOn > failedOn)) return undefined;
  return stopped.toSorted((one, other) => compareDates(one.startedOn, other.startedOn)).at(-1);
}

function isReasonOf({ drug, action, onsetOn, resolvedOn }: AdverseEvent, { stoppedOn }: StoppedLine): boolean {
  if (action !== 'DISCONTINUED' || (drug ?? 'IMATINIB') !== 'IMATINIB' || onsetOn > stoppedOn) return false;
  return resolvedOn === undefined || daysBetween(resolvedOn, stoppedOn) <= MAX_DAYS_TO_STOP;
}

/**
 * Toxicity that ended imatinib: a documented adverse event that led to its permanent discontinuation (Blood 2006;108(11),
 * abstract 4764). Needed are an event with onset between the start of imatinib and the failure, with action DISCONTINUED,
 * of imatinib or of a drug not named, and the stop of imatinib for good: from the event's onset to 90 days after its end.
 */
export function discontinuationForToxicity(facts: CaseFacts, window: FailureWindow): MetCriterion | undefined {
  const stop = permanentStop(facts, window);
  const event = stop && window.adverseEvents.findLast((candidate) => isReasonOf(candidate, stop));
  if (!stop || !event) return undefined;
  return {
    code: 'C',
    message: `${event.term}, grade ${event.grade}, from ${event.onsetOn} on; imatinib stopped for good on ${stop.stoppedOn}.`,
    evidence: [recordReference('adverseEvent', event, 'action'), recordReference('treatment', stop, 'stoppedOn')],
  };
}
