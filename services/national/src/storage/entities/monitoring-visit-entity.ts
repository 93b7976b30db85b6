import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CenterEntity } from './center-entity';

/** A visit to a centre, at which its records were held against the source documents. */
@Entity('monitoring_visits')
@Check('monitoring_visits_counts_check', 'patients_checked >= 0 AND records_verified BETWEEN 0 AND records_checked')
export class MonitoringVisitEntity {
  @ForeignKey(() => CenterEntity)
  @PrimaryColumn('text')
  centerCode!: string;

  @PrimaryColumn('date')
  visitedOn!: string;

  @Column('integer')
  patientsChecked!: number;

  @Column('integer')
  recordsChecked!: number;

  @Column('integer')
  recordsVerified!: number;

  @Column('text', { nullable: true })
  remarks!: string | null;

  /** The person's subject. */
  @Column('text')
  recordedBy!: string;

  @Column('timestamptz')
  recordedAt!: Date;
}
