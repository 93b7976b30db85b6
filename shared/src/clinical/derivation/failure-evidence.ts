import type { Assessment, Phase } from '../../domain';

/** Assessments that speak of a failure, in date order: from the start of imatinib to the failure, see `failureWindow`. */
type FailureEvidence = readonly Assessment[];

/** The phase that the last of them to name one names; a phase from before imatinib is not the phase at failure. */
export function phaseAtFailure(evidence: FailureEvidence): Phase | undefined {
  return evidence.findLast(({ phase }) => phase !== undefined)?.phase;
}

/** BCR::ABL1, % on the International Scale, of the last of them that measured it. */
export function bcrAbl1AtFailure(evidence: FailureEvidence): number | undefined {
  return evidence.findLast(({ bcrAbl1IsPct }) => bcrAbl1IsPct !== undefined)?.bcrAbl1IsPct;
}
