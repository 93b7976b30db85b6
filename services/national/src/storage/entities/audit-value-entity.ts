import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The values an audit entry speaks of, apart from it: they can be erased, and the chain still holds. */
@Entity('audit_values')
export class AuditValueEntity {
  @PrimaryColumn('bigint')
  sequence!: string;

  @Column('text')
  salt!: string;

  /** Kept as the very text that the digest is of, which jsonb would not do. */
  @Column('json')
  content!: string;
}
