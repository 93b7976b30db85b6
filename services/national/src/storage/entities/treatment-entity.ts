import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { FormatChecks } from '../format-checks';
import { PatientEntity } from './patient-entity';

@Entity('treatments')
@FormatChecks('treatment', 'treatments')
@Check('treatments_period_check', 'stopped_on >= started_on')
export class TreatmentEntity {
  @ForeignKey(() => PatientEntity)
  @PrimaryColumn('text')
  patientCode!: string;

  @PrimaryColumn('integer')
  line!: number;

  @Column('text')
  drug!: string;

  @Column('date')
  startedOn!: string;

  @Column('date', { nullable: true })
  stoppedOn!: string | null;

  @Column('text', { nullable: true })
  stopReason!: string | null;

  @Column('text', { nullable: true })
  prospectiveStudy!: string | null;

  @Column('text', { nullable: true })
  bestResponse!: string | null;
}
