import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { FormatChecks } from '../format-checks';
import { PatientEntity } from './patient-entity';

@Entity('diagnoses')
@FormatChecks('diagnosis', 'diagnoses')
export class DiagnosisEntity {
  @ForeignKey(() => PatientEntity)
  @PrimaryColumn('text')
  patientCode!: string;

  @Column('text')
  disease!: string;

  @Column('date')
  diagnosedOn!: string;

  @Column('text', { nullable: true })
  phase!: string | null;

  @Column('boolean', { nullable: true })
  phPositive!: boolean | null;

  @Column('text', { nullable: true })
  transcript!: string | null;

  @Column('double precision', { nullable: true })
  spleenCm!: number | null;

  @Column('double precision', { nullable: true })
  wbc!: number | null;

  @Column('double precision', { nullable: true })
  hemoglobin!: number | null;

  @Column('double precision', { nullable: true })
  platelets!: number | null;

  @Column('double precision', { nullable: true })
  blastsPct!: number | null;

  @Column('double precision', { nullable: true })
  basophilsPct!: number | null;

  @Column('double precision', { nullable: true })
  eosinophilsPct!: number | null;

  @Column('text', { nullable: true })
  karyotype!: string | null;
}
