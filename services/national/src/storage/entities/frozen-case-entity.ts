import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DerivedCaseColumns } from './derived-case-entity';
import { FreezeEntity } from './freeze-entity';

/** One row of the narrow table as it was when a freeze was taken. Nothing but the patient's own decision touches it. */
@Entity('frozen_cases')
@Index('frozen_cases_patient_code_index', ['patientCode'])
export class FrozenCaseEntity extends DerivedCaseColumns {
  @ForeignKey(() => FreezeEntity)
  @PrimaryColumn('text')
  freezeLabel!: string;

  @PrimaryColumn('text')
  patientCode!: string;

  /** The case's number in `derived_case_versions`: by it, a case is the same here and there. */
  @Column('integer')
  caseNumber!: number;
}
