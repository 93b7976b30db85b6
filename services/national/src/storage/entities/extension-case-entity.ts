import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PatientEntity } from './patient-entity';

/** What an extension derived of a case; it goes with the patient. */
@Entity('extension_cases')
export class ExtensionCaseEntity {
  @ForeignKey(() => PatientEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  patientCode!: string;

  /** Its name. */
  @PrimaryColumn('text')
  extension!: string;

  /** Of the extension's rules that derived the row. */
  @Column('integer')
  derivationVersion!: number;

  /** A JSON object by field, as text with its fields in order. */
  @Column('jsonb')
  declared!: string;
}
