import type { Assessment, CaseFacts, Phase } from '../../domain';
import { firstImatinibLine } from './imatinib-line';

/**
 * What speaks of the failure: the assessments from the first imatinib's start to the failure, both days included, in date
 * order. Empty without a notified failure or without imatinib.
 */
export function assessmentsUntilFailure({ treatments, assessments, failure }: CaseFacts): readonly Assessment[] {
  const imatinib = firstImatinibLine(treatments);
  if (!imatinib || !failure) return [];
  return assessments.filter(({ assessedOn }) => assessedOn >= imatinib.startedOn && assessedOn <= failure.failedOn);
}

/** The phase that the last of these assessments to name one names; a phase from before imatinib is not the phase at failure. */
export function phaseAtFailure(evidence: readonly Assessment[]): Phase | undefined {
  return evidence.findLast(({ phase }) => phase !== undefined)?.phase;
}

/** BCR::ABL1, % on the International Scale, of the last of these assessments that measured it. */
export function bcrAbl1AtFailure(evidence: readonly Assessment[]): number | undefined {
  return evidence.findLast(({ bcrAbl1IsPct }) => bcrAbl1IsPct !== undefined)?.bcrAbl1IsPct;
}
