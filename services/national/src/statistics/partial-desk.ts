import { createHash } from 'node:crypto';
import { europeanPolicy, isOwnFew } from '@registry-hub/shared/disclosure';
import { badUserInput, HubError } from '@registry-hub/shared/errors';
import { type Caller, verifyQuestion } from '@registry-hub/shared/identity';
import { encodeSumVector } from '@registry-hub/shared/masking';
import {
  answerQuestion,
  type CohortQuestion,
  type Counts,
  canonicalText,
  encodeCounts,
  LAYOUT_VERSION,
  type MaskedRound,
  readQuestion,
  toVector,
  vectorLayout,
} from '@registry-hub/shared/statistics';
import type { JWTVerifyGetKey } from 'jose';
import { type MaskingDesk, MaskingRefusal } from '../masking';
import type { ColumnsAtRevision, LiveColumns } from './live-columns';

export interface EncodedPartial {
  readonly layoutVersion: number;
  readonly revision: number;
  /** null where the question is of another layout, or refused. */
  readonly counts: string | null;
  /** Why this country takes no part in the sum. */
  readonly refusal: { readonly code: string; readonly message: string; readonly countries: readonly string[] } | null;
}

export interface PartialServices {
  readonly country: string;
  readonly columns: LiveColumns;
  /** The hub's public keys; without them nobody gets a partial. */
  readonly hubKeys: JWTVerifyGetKey | undefined;
  readonly masking: MaskingDesk;
}

/** Answers the hub's questions with this country's sums: under masks, but where its own people ask for too few countries. */
export class PartialDesk {
  constructor(private readonly services: PartialServices) {}

  /**
   * @param text the question as it was signed @param signature the hub's, over this text for this country
   * @throws HubError FORBIDDEN when the hub did not sign it, the caller has no right to European figures, or it asks for sums in
   *   clear that are not given in clear; BAD_USER_INPUT when it can't be read
   */
  async answer(caller: Caller, text: string, signature: string | undefined): Promise<EncodedPartial> {
    const { country, columns, hubKeys } = this.services;
    if (!hubKeys || !europeanPolicy(caller)) throw new HubError('FORBIDDEN');
    await verifyQuestion(hubKeys, country, text, signature);
    const current = await columns.current();
    const empty = { layoutVersion: LAYOUT_VERSION, revision: current.revision, counts: null, refusal: null };
    const read = readQuestion(text, LAYOUT_VERSION);
    switch (read.kind) {
      case 'other layout':
        return empty;
      case 'invalid':
        throw badUserInput({ field: 'question', message: read.reason });
      case 'question': {
        const { question } = read;
        const { round } = question;
        try {
          const asked = round ? this.masked(caller, text, { ...question, round }, current) : this.inClear(caller, question, current);
          return { ...empty, counts: await asked };
        } catch (error) {
          if (!(error instanceof MaskingRefusal)) throw error;
          return { ...empty, refusal: { code: error.code, message: error.message, countries: error.countries } };
        }
      }
    }
  }

  private async masked(
    caller: Caller,
    text: string,
    question: CohortQuestion & { readonly round: MaskedRound },
    current: ColumnsAtRevision,
  ): Promise<string> {
    const { round, filter } = question;
    // a country outside the filter counts nobody: with such ones among the participants, the sum would be another's alone
    if (!round.participants.every(({ country }) => filter.countries?.includes(country) ?? true)) {
      throw badUserInput({ field: 'question', message: 'expected participants that the filter names.' });
    }
    const content = createHash('sha256').update(text).digest();
    const context = { questionId: round.questionId, content, layoutVersion: LAYOUT_VERSION, participants: round.participants };
    const admission = this.services.masking.admit(caller, context, current.revision);
    // counted while the database is asked
    const [mask, counts] = await Promise.all([admission, this.count(question, current)]);
    return encodeSumVector(mask(toVector(vectorLayout(question, round.plans), counts)));
  }

  private async inClear(caller: Caller, question: CohortQuestion, current: ColumnsAtRevision): Promise<string> {
    if (!isOwnFew(question.filter, caller)) throw new HubError('FORBIDDEN', 'Sums for so many countries are given under masks only.');
    return encodeCounts(await this.count(question, current));
  }

  private async count(question: CohortQuestion, { columns, analyses, answers }: ColumnsAtRevision): Promise<readonly Counts[]> {
    const { filter, countries, figures } = question;
    const work = (): readonly Counts[] => answerQuestion(columns, this.services.country, question, 'EUROPEAN', analyses);
    return answers.answer(canonicalText([filter, countries, figures]), work);
  }
}
