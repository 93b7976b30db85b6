import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { FreezeEntity } from './freeze-entity';

/** This country's counts of one figure as they were first counted from a freeze: they are given again whatever becomes of the freeze. */
@Entity('freeze_answers')
export class FreezeAnswerEntity {
  @ForeignKey(() => FreezeEntity)
  @PrimaryColumn('text')
  freezeLabel!: string;

  /** SHA-256 of what was asked. */
  @PrimaryColumn('text')
  digest!: string;

  /** How often patients had been taken out of the freeze when this was counted. */
  @PrimaryColumn('integer')
  losses!: number;

  /** As they are encoded for the hub. */
  @Column('bytea')
  counts!: Buffer;
}
