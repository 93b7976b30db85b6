import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { CohortIdentity } from '../statistics';

/** A cohort of which figures were released to one person. */
@Entity('answered_cohorts')
@Unique('answered_cohorts_subject_digest_key', ['subject', 'digest'])
@Index('answered_cohorts_subject_number_index', ['subject', 'number'])
export class AnsweredCohortEntity {
  /** Those of one subject are in the order in which they were first answered. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  number!: string;

  @Column('text')
  subject!: string;

  /** SHA-256 of the cohort's key: one row a cohort. */
  @Column('text')
  digest!: string;

  @Column('jsonb')
  cohort!: CohortIdentity;

  /** Patients when it was answered last. */
  @Column('integer')
  size!: number;

  /** Countries in it whose settings refused cohorts that differ by few. */
  @Column('text', { array: true })
  refusing!: string[];

  /** Of patients of a freeze, when it differed by few from one before it: the threshold it was under. */
  @Column('integer', { nullable: true })
  flaggedThreshold!: number | null;

  /** The latest answer, to the day. */
  @Column('timestamptz')
  answeredAt!: Date;
}
