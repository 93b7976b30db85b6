import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { DifferencingDecision } from '../disclosure';
import type { CohortIdentity } from '../statistics';

/** That someone asked for a cohort which differs by few patients from one answered to the same person before. */
@Entity('disclosure_log')
@Unique('disclosure_log_digest_key', ['digest'])
@Check('disclosure_log_decision_check', "decision IN ('FLAGGED', 'REFUSED')")
export class DisclosureLogEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  number!: string;

  @Column('timestamptz')
  loggedAt!: Date;

  @Column('text')
  subject!: string;

  @Column('text')
  role!: string;

  @Column('text')
  decision!: DifferencingDecision;

  /** k: the cohorts differ by 1 to k − 1 patients. */
  @Column('integer')
  threshold!: number;

  @Column('jsonb')
  asked!: CohortIdentity;

  @Column('jsonb')
  earlier!: CohortIdentity;

  /** Whose patients are in either cohort. */
  @Column('text', { array: true })
  countries!: string[];

  /** SHA-256 of who asked for what on which day: one row for all of them. */
  @Column('text')
  digest!: string;
}
