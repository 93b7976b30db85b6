import { europeanPolicy } from '@registry-hub/shared/disclosure';
import { badUserInput, HubError } from '@registry-hub/shared/errors';
import { type Caller, verifyQuestion } from '@registry-hub/shared/identity';
import { answerQuestion, encodeCounts, LAYOUT_VERSION, readQuestion } from '@registry-hub/shared/statistics';
import type { JWTVerifyGetKey } from 'jose';
import type { LiveColumns } from './live-columns';

export interface EncodedPartial {
  readonly layoutVersion: number;
  readonly revision: number;
  /** null where the question is of another layout. */
  readonly counts: string | null;
}

/** Answers the hub's questions with this country's exact sums. */
export class PartialDesk {
  constructor(
    private readonly country: string,
    private readonly columns: LiveColumns,
    private readonly hubKeys: JWTVerifyGetKey | undefined,
  ) {}

  /**
   * @param text the question as it was signed @param signature the hub's, over this text for this country
   * @throws HubError FORBIDDEN when the hub did not sign it or the caller has no right to European figures; BAD_USER_INPUT
   *   when it can't be read
   */
  async answer(caller: Caller, text: string, signature: string | undefined): Promise<EncodedPartial> {
    if (!this.hubKeys || !europeanPolicy(caller)) throw new HubError('FORBIDDEN');
    await verifyQuestion(this.hubKeys, this.country, text, signature);
    const { columns, revision, analyses, answers } = await this.columns.current();
    const read = readQuestion(text, LAYOUT_VERSION);
    switch (read.kind) {
      case 'other layout':
        return { layoutVersion: LAYOUT_VERSION, revision, counts: null };
      case 'invalid':
        throw badUserInput({ field: 'question', message: read.reason });
      case 'question': {
        const { question } = read;
        const counts = answers.answer(text, () => encodeCounts(answerQuestion(columns, this.country, question, 'EUROPEAN', analyses)));
        return { layoutVersion: LAYOUT_VERSION, revision, counts };
      }
    }
  }
}
