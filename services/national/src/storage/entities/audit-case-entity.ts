import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Names the case that a digest in the audit trail stands for, until the case is erased. */
@Entity('audit_cases')
@Unique('audit_cases_patient_code_key', ['patientCode'])
export class AuditCaseEntity {
  /** SHA-256 of salt and code: nobody can guess the code from it once the salt is gone. */
  @PrimaryColumn('text')
  caseDigest!: string;

  @Column('text')
  salt!: string;

  @Column('text')
  patientCode!: string;
}
