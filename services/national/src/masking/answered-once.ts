import { contextDigest, type MaskingContext, questionTime } from '@registry-hub/shared/masking';
import type { DataSource } from 'typeorm';
import { MaskedQuestionStore } from '../storage';
import { MaskingRefusal } from './masking-refusal';

/** How far an id's time may be from this country's clock: the way of a question, and what clocks differ by. */
const ID_LIFETIME_MS = 120_000;
/** Longer by what the clocks of this country's own machines may differ by. */
const REMEMBERED_MS = ID_LIFETIME_MS + 60_000;
const BETWEEN_CLEANINGS_MS = 60_000;

/**
 * Sees to it that under one id one thing is answered, by whichever process of this registry: two answers under the same masks
 * would tell their difference. The same answer may be given again, since a request whose connection failed is sent again. Ids
 * carry their time, and old ones are refused: what is remembered is of minutes, and a hub can't come back to an id later.
 */
export class AnsweredOnce {
  private cleanedAt = 0;

  constructor(private readonly dataSource: DataSource) {}

  /**
   * @param revision of the data that are counted
   * @throws MaskingRefusal QUESTION_ID, OTHER_CONTENT or DATA_CHANGED
   */
  async admit(context: MaskingContext, revision: number, now: Date): Promise<void> {
    const time = questionTime(context.questionId);
    if (!time || Math.abs(now.getTime() - time.getTime()) > ID_LIFETIME_MS) throw new MaskingRefusal('QUESTION_ID');
    const digest = contextDigest(context).toString('base64url');
    const store = new MaskedQuestionStore(this.dataSource);
    const first = await store.note(context.questionId, { context: digest, revision }, new Date(time.getTime() + REMEMBERED_MS));
    if (first.context !== digest) throw new MaskingRefusal('OTHER_CONTENT');
    if (first.revision !== revision) throw new MaskingRefusal('DATA_CHANGED');
    if (now.getTime() - this.cleanedAt < BETWEEN_CLEANINGS_MS) return;
    this.cleanedAt = now.getTime();
    await store.forgetExpired(now);
  }
}
