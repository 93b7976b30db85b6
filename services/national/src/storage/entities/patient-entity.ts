import { recordStatuses } from '@registry-hub/shared/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { FormatChecks, oneOf } from '../format-checks';
import { CenterEntity } from './center-entity';

@Entity('patients')
@FormatChecks('patient', 'patients')
@Check('patients_record_status_check', oneOf('record_status', recordStatuses))
@Check('patients_center_check', "patient_code LIKE center_code || '-%'")
@Check('patients_consent_check', 'consent_withdrawn_on IS NULL')
@Check('patients_death_check', "(died_on IS NOT NULL) = (vital_status = 'DEAD')")
export class PatientEntity {
  @PrimaryColumn('text')
  patientCode!: string;

  @ForeignKey(() => CenterEntity)
  @Index('patients_center_code_index')
  @Column('text')
  centerCode!: string;

  @Column('text')
  sex!: string;

  @Column('text')
  birthMonth!: string;

  @Column('date', { nullable: true })
  consentedOn!: string | null;

  /** A column of the bundle that is never stored: who withdraws is erased. */
  @Column('date', { nullable: true })
  consentWithdrawnOn!: string | null;

  @Column('text')
  vitalStatus!: string;

  @Column('date', { nullable: true })
  lastContactOn!: string | null;

  @Column('date', { nullable: true })
  diedOn!: string | null;

  @Column('text', { nullable: true })
  deathCause!: string | null;

  @Column('text', { default: 'NOTIFIED' })
  recordStatus!: string;

  /** Grows with every change of the case, its records below the patient included. */
  @Column('integer', { default: 1 })
  version!: number;

  /** Out of European figures, in national ones: the patient's objection to secondary use across borders. */
  @Column('boolean', { default: false })
  ehdsOptOut!: boolean;

  /** The day of the latest decision about it. */
  @Column('date', { nullable: true })
  ehdsOptOutOn!: string | null;
}
