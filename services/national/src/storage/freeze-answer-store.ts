import type { DataSource } from 'typeorm';
import type { FreezeLosses } from './freeze-source';
import { selectOne, selectRows } from './run-sql';
import { sql } from './sql';

/** A figure's counts, as they were counted from a freeze that patients had been taken out of so often. */
export interface FreezeAnswer {
  readonly digest: string;
  readonly losses: number;
  readonly counts: Uint8Array;
}

/** What was answered from freezes. */
export class FreezeAnswerStore {
  constructor(private readonly dataSource: DataSource) {}

  /** All that was counted of any of these figures. */
  find(label: string, digests: readonly string[]): Promise<readonly FreezeAnswer[]> {
    return selectRows<FreezeAnswer>(
      this.dataSource.manager,
      sql`
        SELECT freeze_answers.digest, freeze_answers.losses, freeze_answers.counts FROM freeze_answers
         WHERE freeze_answers.freeze_label = ${label} AND freeze_answers.digest = ANY(${[...digests]}::text[])`,
    );
  }

  /**
   * What is kept already stays as it is.
   *
   * @param counted the freeze's losses when it was counted @returns false, and nothing is kept, when patients were taken out since
   */
  async keep(label: string, counted: FreezeLosses, answers: readonly FreezeAnswer[]): Promise<boolean> {
    const digests = answers.map(({ digest }) => digest);
    const losses = answers.map((answer) => answer.losses);
    const counts = answers.map((answer) => Buffer.from(answer.counts).toString('base64'));
    // whoever takes patients out changes the row of the freeze, which is held still here
    const { same } = await selectOne<{ same: boolean }>(
      this.dataSource.manager,
      sql`
        WITH same AS (
               SELECT freezes.label FROM freezes
                WHERE freezes.label = ${label} AND freezes.withdrawals = ${counted.withdrawals}::integer
                  AND freezes.objections = ${counted.objections}::integer FOR SHARE),
             kept AS (
               INSERT INTO freeze_answers (freeze_label, digest, losses, counts)
               SELECT same.label, given.digest, given.losses, decode(given.counts, 'base64')
                 FROM same, unnest(${digests}::text[], ${losses}::integer[], ${counts}::text[]) AS given (digest, losses, counts)
                   ON CONFLICT DO NOTHING)
        SELECT EXISTS (SELECT FROM same) AS same`,
    );
    return same;
  }
}
