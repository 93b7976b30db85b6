import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { FormatChecks } from '../format-checks';
import { PatientEntity } from './patient-entity';

@Entity('mutations')
@FormatChecks('mutation', 'mutations')
export class MutationEntity {
  @ForeignKey(() => PatientEntity)
  @PrimaryColumn('text')
  patientCode!: string;

  @PrimaryColumn('date')
  sampledOn!: string;

  @PrimaryColumn('text')
  variant!: string;

  @Column('double precision', { nullable: true })
  vafPct!: number | null;

  @Column('text', { nullable: true })
  method!: string | null;
}
