import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FormatChecks } from '../format-checks';

@Entity('centers')
@FormatChecks('center', 'centers')
export class CenterEntity {
  @PrimaryColumn('text')
  centerCode!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  city!: string | null;

  @Column('date', { nullable: true })
  openedOn!: string | null;
}
