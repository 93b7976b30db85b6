import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** When a row of the narrow table was last written. Triggers keep it; of a row that is gone, the number alone is left. */
@Entity('derived_case_versions')
@Unique('derived_case_versions_patient_code_key', ['patientCode'])
export class DerivedCaseVersionEntity {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  caseNumber!: number;

  @Column('text', { nullable: true })
  patientCode!: string | null;

  /** Number of the transaction. */
  @Index('derived_case_versions_written_by_idx')
  @Column('bigint')
  writtenBy!: string;
}
