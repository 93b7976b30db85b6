import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { FormatChecks } from '../format-checks';
import { PatientEntity } from './patient-entity';

@Entity('assessments')
@FormatChecks('assessment', 'assessments')
@Check('assessments_metaphases_check', 'metaphases_ph_positive <= metaphases_examined')
export class AssessmentEntity {
  @ForeignKey(() => PatientEntity)
  @PrimaryColumn('text')
  patientCode!: string;

  @PrimaryColumn('date')
  assessedOn!: string;

  @Column('text', { nullable: true })
  phase!: string | null;

  @Column('boolean', { nullable: true })
  completeHematologicResponse!: boolean | null;

  @Column('double precision', { nullable: true })
  wbc!: number | null;

  @Column('double precision', { nullable: true })
  platelets!: number | null;

  @Column('double precision', { nullable: true })
  blastsPct!: number | null;

  @Column('integer', { nullable: true })
  metaphasesExamined!: number | null;

  @Column('integer', { nullable: true })
  metaphasesPhPositive!: number | null;

  @Column('double precision', { nullable: true })
  bcrAbl1IsPct!: number | null;

  @Column('integer', { nullable: true })
  abl1Copies!: number | null;
}
