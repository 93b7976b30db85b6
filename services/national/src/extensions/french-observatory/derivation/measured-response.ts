import { readOnInternationalScale } from '@registry-hub/shared/clinical';
import type { Assessment, CaseFacts } from '@registry-hub/shared/domain';

/** An assessment that measured BCR::ABL1 on the International Scale. */
export interface MeasuredAssessment extends Assessment {
  /** % IS; 0 when undetectable. */
  readonly bcrAbl1IsPct: number;
}

/** The assessments of a case that measured BCR::ABL1 on the International Scale, in date order. */
export function measuredAssessments({ assessments, diagnosis }: CaseFacts): readonly MeasuredAssessment[] {
  return readOnInternationalScale(assessments, diagnosis?.transcript)
    .filter((one): one is MeasuredAssessment => one.bcrAbl1IsPct !== undefined)
    .toSorted((one, other) => (one.assessedOn < other.assessedOn ? -1 : 1));
}
