import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { FormatChecks } from '../format-checks';
import { PatientEntity } from './patient-entity';

@Entity('adverse_events')
@FormatChecks('adverseEvent', 'adverse_events')
export class AdverseEventEntity {
  @ForeignKey(() => PatientEntity)
  @PrimaryColumn('text')
  patientCode!: string;

  @PrimaryColumn('text')
  term!: string;

  @PrimaryColumn('date')
  onsetOn!: string;

  @Column('integer')
  grade!: number;

  @Column('date', { nullable: true })
  resolvedOn!: string | null;

  @Column('text', { nullable: true })
  drug!: string | null;

  @Column('text', { nullable: true })
  action!: string | null;
}
