import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { oneOf } from '../format-checks';
import { verifiableKinds } from '../verification';
import { PatientEntity } from './patient-entity';

/**
 * A laboratory record that a person held against its source. It speaks of the record as it was then: triggers of the
 * database remove it when the record changes or goes.
 */
@Entity('verifications')
@Check('verifications_record_kind_check', oneOf('record_kind', verifiableKinds))
export class VerificationEntity {
  @ForeignKey(() => PatientEntity)
  @PrimaryColumn('text')
  patientCode!: string;

  @PrimaryColumn('text')
  recordKind!: string;

  /** Natural key in key order. */
  @PrimaryColumn('text', { array: true })
  recordKey!: string[];

  /** The person's subject. */
  @Column('text')
  verifiedBy!: string;

  @Column('timestamptz')
  verifiedAt!: Date;
}
