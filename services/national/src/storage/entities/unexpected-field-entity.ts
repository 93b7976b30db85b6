import { Entity, PrimaryColumn } from 'typeorm';

/** A field that this registry does not expect of its cases. */
@Entity('unexpected_fields')
export class UnexpectedFieldEntity {
  @PrimaryColumn('text')
  field!: string;
}
