import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A masked question that was answered, as long as its id is young enough to be asked again. */
@Entity('masked_questions')
export class MaskedQuestionEntity {
  @PrimaryColumn('uuid')
  questionId!: string;

  /** SHA-256 over the question with all of its participants, base64url. */
  @Column('text')
  context!: string;

  /** The registry's revision that was counted. */
  @Column('integer')
  revision!: number;

  @Column('timestamptz')
  expiresAt!: Date;
}
