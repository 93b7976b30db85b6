import {
  type AdverseEvent,
  type Assessment,
  type CaseFacts,
  type Diagnosis,
  type Dose,
  type Failure,
  knownFields,
  type Mutation,
  type Patient,
  type RecordStatus,
  type TreatmentLine,
} from '../domain';

/** Some fields of a record; one that is given as undefined is taken away. */
type Changes<T> = { readonly [F in keyof T]?: T[F] | undefined };
/** The same for a record below a patient, whose code is the patient's. */
type ChildChanges<T> = Changes<Omit<T, 'patientCode'>>;

/**
 * What is to differ from the unremarkable case. A list, in key order, replaces the list; each entry says how it differs from
 * an ordinary record. Treatment lines are numbered from 1 unless they say otherwise.
 */
export interface CaseChanges {
  readonly patient?: Changes<Patient>;
  readonly recordStatus?: RecordStatus;
  readonly ehdsOptOut?: boolean;
  /** Undefined, given as such: no diagnosis is documented. */
  readonly diagnosis?: ChildChanges<Diagnosis> | undefined;
  readonly treatments?: readonly ChildChanges<TreatmentLine>[];
  readonly doses?: readonly ChildChanges<Dose>[];
  readonly assessments?: readonly ChildChanges<Assessment>[];
  readonly mutations?: readonly ChildChanges<Mutation>[];
  readonly adverseEvents?: readonly ChildChanges<AdverseEvent>[];
  /** Undefined, given as such: no failure is notified. */
  readonly failure?: ChildChanges<Failure> | undefined;
}

const changed = <T extends object>(record: T, changes: Changes<NoInfer<T>>): T => knownFields({ ...record, ...changes }) as T;

const patient: Patient = {
  patientCode: 'FR-001-0001',
  centerCode: 'FR-001',
  sex: 'F',
  birthMonth: '1950-06',
  consentedOn: '2005-01-20',
  vitalStatus: 'ALIVE',
  lastContactOn: '2005-06-15',
};
const { patientCode } = patient;
const diagnosis: Diagnosis = {
  patientCode,
  disease: '9875/3',
  diagnosedOn: '2001-12-03',
  phase: 'CHRONIC',
  phPositive: true,
  transcript: 'e14a2',
  spleenCm: 4,
  wbc: 120,
  hemoglobin: 118,
  platelets: 420,
  blastsPct: 1,
  basophilsPct: 3,
  eosinophilsPct: 2,
  karyotype: '46,XX,t(9;22)(q34;q11)[20]',
};
const treatment: TreatmentLine = { patientCode, line: 1, drug: 'IMATINIB', startedOn: '2002-01-15' };
const dose: Dose = { patientCode, line: 1, fromOn: '2002-01-15', mgPerDay: 400 };
const assessment: Assessment = {
  patientCode,
  assessedOn: '2002-04-15',
  phase: 'CHRONIC',
  completeHematologicResponse: true,
  wbc: 6,
  platelets: 240,
  blastsPct: 0,
  metaphasesExamined: 20,
  metaphasesPhPositive: 16,
  bcrAbl1IsPct: 40,
  abl1Copies: 40_000,
};
const mutation: Mutation = { patientCode, sampledOn: '2003-01-20', variant: 'M351T', vafPct: 60, method: 'SANGER' };
const adverseEvent: AdverseEvent = { patientCode, term: 'Rash', grade: 3, onsetOn: '2003-01-10', drug: 'IMATINIB', action: 'DISCONTINUED' };
const failure: Failure = {
  patientCode,
  notifiedOn: '2005-02-10',
  failedOn: '2003-01-20',
  reportedSubcategory: 'NO_MAJOR_CYTOGENETIC_RESPONSE',
  decision: 'ALLOGENEIC_TRANSPLANT',
};

/**
 * The facts of a made-up patient for a test. Without changes: an eligible woman with chronic-phase CML whose first-line
 * imatinib failed at twelve months for want of a major cytogenetic response; nothing in her record is worth a question.
 */
export function caseFacts(changes: CaseChanges = {}): CaseFacts {
  const person = changed(patient, changes.patient ?? {});
  const own = { patientCode: person.patientCode };
  const each = <T extends object>(ordinary: T, list: readonly Changes<NoInfer<T>>[]): readonly T[] =>
    list.map((entry) => changed<T>({ ...ordinary, ...own }, entry));
  const withoutDiagnosis = 'diagnosis' in changes && changes.diagnosis === undefined;
  const withoutFailure = 'failure' in changes && changes.failure === undefined;
  return {
    patient: person,
    recordStatus: changes.recordStatus ?? 'NOTIFIED',
    ehdsOptOut: changes.ehdsOptOut ?? false,
    ...(!withoutDiagnosis && { diagnosis: changed({ ...diagnosis, ...own }, changes.diagnosis ?? {}) }),
    treatments: each(
      treatment,
      (changes.treatments ?? [{ stoppedOn: '2003-01-20', stopReason: 'RESISTANCE' }]).map((entry, index) => ({
        line: index + 1,
        ...entry,
      })),
    ),
    doses: each(dose, changes.doses ?? [{}]),
    assessments: each(
      assessment,
      changes.assessments ?? [
        {},
        { assessedOn: '2002-07-15', metaphasesPhPositive: 14, bcrAbl1IsPct: 30 },
        { assessedOn: '2003-01-20', metaphasesPhPositive: 12, bcrAbl1IsPct: 25 },
      ],
    ),
    mutations: each(mutation, changes.mutations ?? []),
    adverseEvents: each(adverseEvent, changes.adverseEvents ?? []),
    ...(!withoutFailure && { failure: changed({ ...failure, ...own }, changes.failure ?? {}) }),
  };
}
