import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { FormatChecks } from '../format-checks';
import { PatientEntity } from './patient-entity';

@Entity('failures')
@FormatChecks('failure', 'failures')
@Check('failures_notification_check', 'notified_on >= failed_on')
export class FailureEntity {
  @ForeignKey(() => PatientEntity)
  @PrimaryColumn('text')
  patientCode!: string;

  @Column('date')
  notifiedOn!: string;

  @Column('date')
  failedOn!: string;

  @Index('failures_reported_subcategory_index')
  @Column('text')
  reportedSubcategory!: string;

  @Column('text', { nullable: true })
  decision!: string | null;
}
