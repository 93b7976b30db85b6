import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One link of the audit chain: who did what, when, to which cases. It holds neither a patient's code nor a value. */
@Entity('audit_entries')
@Index('audit_entries_withdrawal_index', ['cases'], { where: "action = 'WITHDRAW_CONSENT'" })
@Check('audit_entries_sequence_check', 'sequence > 0')
@Check('audit_entries_content_check', 'content_digest IS NULL OR cardinality(cases) <= 1')
export class AuditEntryEntity {
  /** From 1, without a gap. */
  @PrimaryColumn('bigint')
  sequence!: string;

  /** To the millisecond: the hash covers no finer time. */
  @Column('timestamp with time zone', { precision: 3 })
  recordedAt!: Date;

  /** The person's subject. */
  @Column('text')
  actor!: string;

  @Column('text', { array: true })
  roles!: string[];

  @Column('text')
  action!: string;

  /** Digests that `audit_cases` can name. */
  @Index('audit_entries_cases_index', { type: 'gin' })
  @Column('text', { array: true })
  cases!: string[];

  /** Digest of what `audit_values` holds; null when nothing was changed. */
  @Column('text', { nullable: true })
  contentDigest!: string | null;

  @Column('text')
  previousHash!: string;

  @Column('text')
  hash!: string;
}
