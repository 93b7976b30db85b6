import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The registry as it stood at one moment, under a label by which figures can be asked for later. */
@Entity('freezes')
export class FreezeEntity {
  @PrimaryColumn('text')
  label!: string;

  @Column('timestamptz')
  takenAt!: Date;

  /** The person's subject. */
  @Column('text')
  takenBy!: string;

  /** Of the registry that was frozen. */
  @Column('integer')
  revision!: number;

  /** Of the clinical rules that derived the cases, or the oldest where they differ. */
  @Column('integer')
  derivationVersion!: number;

  /** When it was taken. */
  @Column('integer')
  cases!: number;

  /** How often patients have been taken out since, having withdrawn consent. */
  @Column('integer', { default: 0 })
  withdrawals!: number;

  /** How often patients have been taken out of European figures since, having objected. */
  @Column('integer', { default: 0 })
  objections!: number;
}
