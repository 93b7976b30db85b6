import type { CalendarDate } from './calendar-date';
import type {
  BestResponse,
  DeathCause,
  Drug,
  ElnEdition,
  ElnResponse,
  FailureCategory,
  FailureSubcategory,
  ImatinibLine,
  MolecularResponse,
  Phase,
  RecordStatus,
  RemissionCriteria,
  RiskGroup,
  RiskScoreName,
  Sex,
  StopReason,
  TherapeuticDecision,
  VitalStatus,
} from './vocabulary';

/**
 * What follows from one patient's facts by the clinical rules: one flat row, the only thing statistics read.
 * An absent field is not known; it is never 0 and never false.
 */
export interface DerivedCase {
  readonly patientCode: string;
  /** The version of the clinical rules that derived this row. */
  readonly derivationVersion: number;

  readonly sex: Sex;
  readonly recordStatus: RecordStatus;
  /** Out of European figures, in national ones. */
  readonly ehdsOptOut: boolean;
  readonly vitalStatus: VitalStatus;
  readonly deathCause?: DeathCause;

  readonly disease?: string;
  readonly cml: boolean;
  readonly phaseAtDiagnosis?: Phase;
  readonly transcript?: string;

  /** Of a case with a notified failure; a case without one is not eligible either, for want of a failure. */
  readonly eligible: boolean;
  readonly ineligibleBecause: readonly RuleOutcome[];

  readonly diagnosedOn?: CalendarDate;
  /** Start of the first imatinib line. */
  readonly imatinibStartedOn?: CalendarDate;
  readonly failedOn?: CalendarDate;
  readonly notifiedOn?: CalendarDate;
  readonly lastContactOn?: CalendarDate;
  readonly diedOn?: CalendarDate;
  /** First assessment in accelerated or blast phase after each origin. */
  readonly progressedAfterDiagnosisOn?: CalendarDate;
  readonly progressedAfterImatinibOn?: CalendarDate;
  readonly progressedAfterFailureOn?: CalendarDate;
  /** First documented 0 % Ph+ metaphases, and first BCR::ABL1 of at most 0.1 % IS, after each origin. */
  readonly completeCytogeneticResponseAfterDiagnosisOn?: CalendarDate;
  readonly completeCytogeneticResponseAfterImatinibOn?: CalendarDate;
  readonly completeCytogeneticResponseAfterFailureOn?: CalendarDate;
  readonly majorMolecularResponseAfterDiagnosisOn?: CalendarDate;
  readonly majorMolecularResponseAfterImatinibOn?: CalendarDate;
  readonly majorMolecularResponseAfterFailureOn?: CalendarDate;

  /** Of the tyrosine kinase inhibitors: the first line's start and drug, and how many lines there were, 1 or more. */
  readonly tkiStartedOn?: CalendarDate;
  readonly firstTki?: Drug;
  readonly tkiLines?: number;
  /** Likewise after the first inhibitor's start. */
  readonly progressedAfterTkiOn?: CalendarDate;
  readonly completeCytogeneticResponseAfterTkiOn?: CalendarDate;
  readonly majorMolecularResponseAfterTkiOn?: CalendarDate;
  /** The first stop of inhibitors that was no switch to another, and its reason. */
  readonly tkiDiscontinuedOn?: CalendarDate;
  readonly tkiDiscontinuationReason?: StopReason;
  /** The first such stop for treatment-free remission. */
  readonly treatmentFreeRemissionStartedOn?: CalendarDate;
  /** First BCR::ABL1 of more than 0.1 % IS after it, or the restart of an inhibitor, whichever came first. */
  readonly treatmentFreeRemissionLostOn?: CalendarDate;
  /** The last BCR::ABL1 on the International Scale on or after the stop. */
  readonly treatmentFreeRemissionMonitoredUntil?: CalendarDate;
  readonly progressedAfterTreatmentFreeRemissionOn?: CalendarDate;
  /** At that stop; absent where the measurements do not tell. */
  readonly treatmentFreeRemissionCriteria?: RemissionCriteria;
  /** Of all measurements under an inhibitor. */
  readonly deepestMolecularResponse?: MolecularResponse;

  /** Completed years, from the 15th of the birth month. */
  readonly ageAtDiagnosis?: number;
  readonly ageAtImatinibStart?: number;
  readonly ageAtFailure?: number;

  readonly imatinibLine?: ImatinibLine;
  /** Whether any treatment line names a study; unknown only while no line is documented. */
  readonly everInProspectiveStudy?: boolean;
  /** mg a day: the last dose on or before the failure, of the imatinib that failed. */
  readonly imatinibDoseAtFailure?: number;

  readonly reportedSubcategory?: FailureSubcategory;
  readonly reportedCategory?: FailureCategory;
  readonly derivedSubcategory?: FailureSubcategory;
  readonly decision?: TherapeuticDecision;
  readonly phaseAtFailure?: Phase;
  /** % IS, of the last assessment from the imatinib start to the failure that measured it. */
  readonly bcrAbl1AtFailure?: number;

  readonly scores: { readonly [S in RiskScoreName]?: { readonly value: number; readonly group: RiskGroup } };

  readonly spleenAtDiagnosis?: number;
  readonly wbcAtDiagnosis?: number;
  readonly hemoglobinAtDiagnosis?: number;
  readonly plateletsAtDiagnosis?: number;
  readonly blastsAtDiagnosis?: number;
  readonly basophilsAtDiagnosis?: number;
  readonly eosinophilsAtDiagnosis?: number;

  /** Class of response to the first imatinib line by edition, then by milestone in months; one not reached is absent. */
  readonly milestoneResponses?: { readonly [E in ElnEdition]?: { readonly [month: number]: ElnResponse } };

  /** Distinct variants and terms, sorted. */
  readonly mutations: readonly string[];
  readonly adverseEvents: readonly string[];
  /** The best over all lines, of tumours other than CML. */
  readonly bestResponse?: BestResponse;
}

/** A rule's id with a sentence: why something is so. */
export interface RuleOutcome {
  readonly rule: string;
  readonly message: string;
}
