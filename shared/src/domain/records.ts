import type { CalendarDate, CalendarMonth } from './calendar-date';
import type {
  AdverseEventAction,
  BestResponse,
  DeathCause,
  Drug,
  FailureSubcategory,
  MutationMethod,
  Phase,
  RecordStatus,
  Sex,
  StopReason,
  TherapeuticDecision,
  VitalStatus,
} from './vocabulary';

/**
 * The facts of a registry, as documented by its centres. A field that is absent is *not known*: never 0, never false.
 * Units and ranges stand in {@link bundleFormat}.
 */

export interface Center {
  readonly centerCode: string;
  readonly name: string;
  readonly city?: string;
  readonly openedOn?: CalendarDate;
}

export interface Patient {
  readonly patientCode: string;
  readonly centerCode: string;
  readonly sex: Sex;
  readonly birthMonth: CalendarMonth;
  readonly consentedOn?: CalendarDate;
  readonly consentWithdrawnOn?: CalendarDate;
  readonly vitalStatus: VitalStatus;
  readonly lastContactOn?: CalendarDate;
  readonly diedOn?: CalendarDate;
  readonly deathCause?: DeathCause;
}

export interface Diagnosis {
  readonly patientCode: string;
  /** ICD-O-3 morphology; `9875/3` is CML, BCR::ABL1-positive. */
  readonly disease: string;
  readonly diagnosedOn: CalendarDate;
  readonly phase?: Phase;
  readonly phPositive?: boolean;
  readonly transcript?: string;
  readonly spleenCm?: number;
  readonly wbc?: number;
  readonly hemoglobin?: number;
  readonly platelets?: number;
  readonly blastsPct?: number;
  readonly basophilsPct?: number;
  readonly eosinophilsPct?: number;
  readonly karyotype?: string;
}

export interface TreatmentLine {
  readonly patientCode: string;
  readonly line: number;
  readonly drug: Drug;
  readonly startedOn: CalendarDate;
  readonly stoppedOn?: CalendarDate;
  readonly stopReason?: StopReason;
  /** The study's name; absent: in none. */
  readonly prospectiveStudy?: string;
  readonly bestResponse?: BestResponse;
}

export interface Dose {
  readonly patientCode: string;
  readonly line: number;
  readonly fromOn: CalendarDate;
  readonly mgPerDay: number;
}

export interface Assessment {
  readonly patientCode: string;
  readonly assessedOn: CalendarDate;
  readonly phase?: Phase;
  readonly completeHematologicResponse?: boolean;
  readonly wbc?: number;
  readonly platelets?: number;
  readonly blastsPct?: number;
  readonly metaphasesExamined?: number;
  readonly metaphasesPhPositive?: number;
  readonly bcrAbl1IsPct?: number;
  readonly abl1Copies?: number;
}

export interface Mutation {
  readonly patientCode: string;
  readonly sampledOn: CalendarDate;
  /**
   * What was found, in its short form: the amino-acid change on ABL1 isoform 1a, `T315I`; of another gene with its name before
   * it, `KIT D816V`; `NONE`, or `KIT NONE`, where the analysis found no mutation.
   */
  readonly variant: string;
  readonly vafPct?: number;
  readonly method?: MutationMethod;
}

export interface AdverseEvent {
  readonly patientCode: string;
  readonly term: string;
  /** CTCAE grade, 1-5. */
  readonly grade: number;
  readonly onsetOn: CalendarDate;
  readonly resolvedOn?: CalendarDate;
  readonly drug?: Drug;
  readonly action?: AdverseEventAction;
}

export interface Failure {
  readonly patientCode: string;
  readonly notifiedOn: CalendarDate;
  readonly failedOn: CalendarDate;
  readonly reportedSubcategory: FailureSubcategory;
  readonly decision?: TherapeuticDecision;
}

/** The record type of each kind; the names are those of the bundle's files, singular. */
export interface RecordTypes {
  readonly center: Center;
  readonly patient: Patient;
  readonly diagnosis: Diagnosis;
  readonly treatment: TreatmentLine;
  readonly dose: Dose;
  readonly assessment: Assessment;
  readonly mutation: Mutation;
  readonly adverseEvent: AdverseEvent;
  readonly failure: Failure;
}
export type RecordKind = keyof RecordTypes;

/** Everything documented about one patient: what validation and derivation look at. Lists are in key order. */
export interface CaseFacts {
  readonly patient: Patient;
  readonly recordStatus: RecordStatus;
  /** The patient's objection to secondary use across borders: out of European figures, in national ones. */
  readonly ehdsOptOut: boolean;
  /** The day of the latest decision about it. */
  readonly ehdsOptOutOn?: CalendarDate;
  readonly diagnosis?: Diagnosis;
  readonly treatments: readonly TreatmentLine[];
  readonly doses: readonly Dose[];
  readonly assessments: readonly Assessment[];
  readonly mutations: readonly Mutation[];
  readonly adverseEvents: readonly AdverseEvent[];
  readonly failure?: Failure;
}
