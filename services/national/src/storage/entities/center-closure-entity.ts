import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CenterEntity } from './center-entity';

/** A centre that takes part no longer: the registry's own note, which no bundle brings. */
@Entity('center_closures')
export class CenterClosureEntity {
  @ForeignKey(() => CenterEntity)
  @PrimaryColumn('text')
  centerCode!: string;

  /** The first day on which it is closed. */
  @Column('date')
  closedOn!: string;
}
