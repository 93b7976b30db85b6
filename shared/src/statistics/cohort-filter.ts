import type {
  CalendarDate,
  FailureCategory,
  FailureSubcategory,
  ImatinibLine,
  RecordStatus,
  RiskGroup,
  RiskScoreName,
  Sex,
} from '../domain';
import type { RegistryName } from './registries';

/** Both ends included; an absent end is open. */
export interface IntegerRange {
  readonly min?: number;
  readonly max?: number;
}

export interface DateRange {
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/**
 * Which patients a cohort holds. An absent field does not restrict; a patient whose value is not known fails a restriction. With
 * `freeze` it is of patients as they were frozen under that label, else of those in the registry now.
 */
export interface CohortFilter {
  readonly registry: RegistryName;
  readonly countries?: readonly string[];
  readonly sex?: readonly Sex[];
  readonly ageAtDiagnosis?: IntegerRange;
  readonly ageAtImatinibStart?: IntegerRange;
  readonly diagnosed?: DateRange;
  readonly notifiedBy?: CalendarDate;
  readonly imatinibLine?: readonly ImatinibLine[];
  readonly failureCategory?: readonly FailureCategory[];
  readonly failureSubcategory?: readonly FailureSubcategory[];
  readonly everInProspectiveStudy?: boolean;
  readonly riskGroup?: { readonly score: RiskScoreName; readonly groups: readonly RiskGroup[] };
  readonly mutation?: readonly string[];
  readonly disease?: readonly string[];
  readonly diseaseGroup?: readonly string[];
  readonly recordStatus?: readonly RecordStatus[];
  readonly freeze?: string;
}
