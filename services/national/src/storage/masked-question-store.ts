import type { DataSource } from 'typeorm';
import { runPrepared } from './run-prepared';
import { selectRows } from './run-sql';
import { sql } from './sql';

/** What was answered under a question's id. */
export interface AnsweredQuestion {
  /** SHA-256 over the question with all of its participants, base64url. */
  readonly context: string;
  /** The registry's revision that was counted. */
  readonly revision: number;
}

/** Masked questions by their ids, for all processes of this registry. */
export class MaskedQuestionStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Notes what is answered under an id, unless something was. @returns what was first */
  async note(questionId: string, { context, revision }: AnsweredQuestion, expiresAt: Date): Promise<AnsweredQuestion> {
    // a row that is there is written as it is, to be returned: one statement is one way to the database and back
    const [first] = await runPrepared<AnsweredQuestion>(
      this.dataSource,
      'masked-question',
      sql`
        INSERT INTO masked_questions AS stored (question_id, context, revision, expires_at)
        VALUES (${questionId}::uuid, ${context}, ${revision}::integer, ${expiresAt}::timestamptz)
        ON CONFLICT (question_id) DO UPDATE SET context = stored.context
        RETURNING stored.context AS context, stored.revision AS revision`,
    );
    if (first === undefined) throw new Error('the question was not noted');
    return first;
  }

  /** Drops those that can't be asked again. */
  async forgetExpired(now: Date): Promise<void> {
    await selectRows(this.dataSource.manager, sql`DELETE FROM masked_questions WHERE masked_questions.expires_at < ${now}::timestamptz`);
  }
}
