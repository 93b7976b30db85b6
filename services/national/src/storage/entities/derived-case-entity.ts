import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PatientEntity } from './patient-entity';

/** What follows from one patient's facts: the columns of the narrow table, and of what is frozen of it. */
export abstract class DerivedCaseColumns {
  @Column('integer')
  derivationVersion!: number;

  @Column('text')
  sex!: string;

  @Column('text')
  recordStatus!: string;

  @Column('boolean', { default: false })
  ehdsOptOut!: boolean;

  @Column('text')
  vitalStatus!: string;

  @Column('text', { nullable: true })
  deathCause!: string | null;

  @Column('text', { nullable: true })
  disease!: string | null;

  @Column('boolean')
  cml!: boolean;

  @Column('text', { nullable: true })
  phaseAtDiagnosis!: string | null;

  @Column('text', { nullable: true })
  transcript!: string | null;

  @Column('boolean')
  eligible!: boolean;

  /** Rule ids and their sentences, side by side. */
  @Column('text', { array: true })
  ineligibleRules!: string[];

  @Column('text', { array: true })
  ineligibleMessages!: string[];

  @Column('date', { nullable: true })
  diagnosedOn!: string | null;

  @Column('date', { nullable: true })
  imatinibStartedOn!: string | null;

  @Column('date', { nullable: true })
  failedOn!: string | null;

  @Column('date', { nullable: true })
  notifiedOn!: string | null;

  @Column('date', { nullable: true })
  lastContactOn!: string | null;

  @Column('date', { nullable: true })
  diedOn!: string | null;

  @Column('date', { nullable: true })
  progressedAfterDiagnosisOn!: string | null;

  @Column('date', { nullable: true })
  progressedAfterImatinibOn!: string | null;

  @Column('date', { nullable: true })
  progressedAfterFailureOn!: string | null;

  @Column('date', { nullable: true })
  completeCytogeneticResponseAfterDiagnosisOn!: string | null;

  @Column('date', { nullable: true })
  completeCytogeneticResponseAfterImatinibOn!: string | null;

  @Column('date', { nullable: true })
  completeCytogeneticResponseAfterFailureOn!: string | null;

  @Column('date', { nullable: true })
  majorMolecularResponseAfterDiagnosisOn!: string | null;

  @Column('date', { nullable: true })
  majorMolecularResponseAfterImatinibOn!: string | null;

  @Column('date', { nullable: true })
  majorMolecularResponseAfterFailureOn!: string | null;

  @Column('integer', { nullable: true })
  ageAtDiagnosis!: number | null;

  @Column('integer', { nullable: true })
  ageAtImatinibStart!: number | null;

  @Column('integer', { nullable: true })
  ageAtFailure!: number | null;

  @Column('text', { nullable: true })
  imatinibLine!: string | null;

  @Column('boolean', { nullable: true })
  everInProspectiveStudy!: boolean | null;

  @Column('double precision', { nullable: true })
  imatinibDoseAtFailure!: number | null;

  @Column('text', { nullable: true })
  reportedSubcategory!: string | null;

  @Column('text', { nullable: true })
  reportedCategory!: string | null;

  @Column('text', { nullable: true })
  derivedSubcategory!: string | null;

  @Column('text', { nullable: true })
  decision!: string | null;

  @Column('text', { nullable: true })
  phaseAtFailure!: string | null;

  @Column('double precision', { nullable: true })
  bcrAbl1AtFailure!: number | null;

  @Column('double precision', { nullable: true })
  sokal!: number | null;

  @Column('text', { nullable: true })
  sokalGroup!: string | null;

  @Column('double precision', { nullable: true })
  hasford!: number | null;

  @Column('text', { nullable: true })
  hasfordGroup!: string | null;

  @Column('double precision', { nullable: true })
  eutos!: number | null;

  @Column('text', { nullable: true })
  eutosGroup!: string | null;

  @Column('double precision', { nullable: true })
  elts!: number | null;

  @Column('text', { nullable: true })
  eltsGroup!: string | null;

  @Column('double precision', { nullable: true })
  spleenAtDiagnosis!: number | null;

  @Column('double precision', { nullable: true })
  wbcAtDiagnosis!: number | null;

  @Column('double precision', { nullable: true })
  hemoglobinAtDiagnosis!: number | null;

  @Column('double precision', { nullable: true })
  plateletsAtDiagnosis!: number | null;

  @Column('double precision', { nullable: true })
  blastsAtDiagnosis!: number | null;

  @Column('double precision', { nullable: true })
  basophilsAtDiagnosis!: number | null;

  @Column('double precision', { nullable: true })
  eosinophilsAtDiagnosis!: number | null;

  @Column('text', { array: true })
  mutations!: string[];

  @Column('text', { array: true })
  adverseEvents!: string[];

  /** `ELN_2006:6:FAILURE`: edition, milestone in months, class of response. */
  @Column('text', { array: true })
  milestoneClasses!: string[];

  @Column('text', { nullable: true })
  bestResponse!: string | null;

  @Column('date', { nullable: true })
  tkiStartedOn!: string | null;

  @Column('text', { nullable: true })
  firstTki!: string | null;

  @Column('integer', { nullable: true })
  tkiLines!: number | null;

  @Column('date', { nullable: true })
  progressedAfterTkiOn!: string | null;

  @Column('date', { nullable: true })
  completeCytogeneticResponseAfterTkiOn!: string | null;

  @Column('date', { nullable: true })
  majorMolecularResponseAfterTkiOn!: string | null;

  @Column('date', { nullable: true })
  tkiDiscontinuedOn!: string | null;

  @Column('text', { nullable: true })
  tkiDiscontinuationReason!: string | null;

  @Column('date', { nullable: true })
  treatmentFreeRemissionStartedOn!: string | null;

  @Column('date', { nullable: true })
  treatmentFreeRemissionLostOn!: string | null;

  @Column('date', { nullable: true })
  treatmentFreeRemissionMonitoredUntil!: string | null;

  @Column('date', { nullable: true })
  progressedAfterTreatmentFreeRemissionOn!: string | null;

  @Column('text', { nullable: true })
  treatmentFreeRemissionCriteria!: string | null;

  @Column('text', { nullable: true })
  deepestMolecularResponse!: string | null;
}

/** The narrow table that statistics read, rewritten with the facts. */
@Entity('derived_cases')
@Index('derived_cases_derivation_version_index', ['derivationVersion', 'patientCode'])
@Index('derived_cases_notified_on_index', ['notifiedOn'])
@Index('derived_cases_last_contact_on_index', ['lastContactOn'])
export class DerivedCaseEntity extends DerivedCaseColumns {
  @ForeignKey(() => PatientEntity)
  @PrimaryColumn('text')
  patientCode!: string;
}
