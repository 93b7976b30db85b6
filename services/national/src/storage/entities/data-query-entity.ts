import { queryStates, severities } from '@registry-hub/shared/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf } from '../format-checks';
import { PatientEntity } from './patient-entity';

/** Only what a rule found is unique: people may ask about one field as often as they like. */
@Entity('data_queries')
@Index('data_queries_finding_index', ['patientCode', 'rule', 'recordKind', 'recordKey', 'field'], {
  unique: true,
  where: 'raised_by IS NULL',
})
@Check('data_queries_severity_check', oneOf('severity', severities))
@Check('data_queries_state_check', oneOf('state', queryStates))
export class DataQueryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @ForeignKey(() => PatientEntity)
  @Index('data_queries_patient_code_index')
  @Column('text')
  patientCode!: string;

  @Column('text')
  rule!: string;

  @Column('text')
  severity!: string;

  /** Which record is meant: its kind, and its natural key in key order. */
  @Column('text')
  recordKind!: string;

  @Column('text', { array: true })
  recordKey!: string[];

  /** Empty when the record as a whole is meant: the column is part of a key. */
  @Column('text', { default: '' })
  field!: string;

  @Column('text')
  message!: string;

  @Column('text', { default: 'OPEN' })
  state!: string;

  @Column('timestamptz')
  raisedAt!: Date;

  /** The person's subject; null when a rule raised it. */
  @Column('text', { nullable: true })
  raisedBy!: string | null;

  /** Whether it was closed because its rule no longer applied; such a one opens again when the rule applies again. */
  @Column('boolean', { default: false })
  closedByRule!: boolean;
}
