import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OwnedColumnChecks, PatientEntity } from '../../../storage';
import { attemptColumns } from './attempt';

@Entity('observatory_attempts')
@OwnedColumnChecks('observatory_attempts', attemptColumns)
export class AttemptEntity {
  @ForeignKey(() => PatientEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  patientCode!: string;

  @PrimaryColumn('integer')
  attempt!: number;

  @Column('text')
  criteria!: string;

  @Column('date')
  stoppedOn!: string;

  @Column('date', { nullable: true })
  restartedOn!: string | null;

  @Column('text', { nullable: true })
  restartReason!: string | null;

  @Column('text', { nullable: true })
  restartDrug!: string | null;
}
