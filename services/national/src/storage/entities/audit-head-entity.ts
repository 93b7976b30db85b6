import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: where the audit chain ends. Whoever appends holds it locked, so that the chain has one order. */
@Entity('audit_head')
@Check('audit_head_single_row_check', 'id = 1')
export class AuditHeadEntity {
  @PrimaryColumn('smallint')
  id!: number;

  @Column('bigint')
  sequence!: string;

  @Column('text')
  hash!: string;
}
