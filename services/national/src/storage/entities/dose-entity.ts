import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { FormatChecks } from '../format-checks';
import { TreatmentEntity } from './treatment-entity';

@Entity('doses')
@FormatChecks('dose', 'doses')
@ForeignKey(() => TreatmentEntity, ['patientCode', 'line'], ['patientCode', 'line'])
export class DoseEntity {
  @PrimaryColumn('text')
  patientCode!: string;

  @PrimaryColumn('integer')
  line!: number;

  @PrimaryColumn('date')
  fromOn!: string;

  @Column('double precision')
  mgPerDay!: number;
}
