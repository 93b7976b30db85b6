import { createHash } from 'node:crypto';
import { disclosureSettingsText, isOwnFew, MINIMUM_COUNTRIES, pooledRole } from '@registry-hub/shared/disclosure';
import { badUserInput, HubError } from '@registry-hub/shared/errors';
import { type Caller, verifyQuestion } from '@registry-hub/shared/identity';
import { encodeSumVector } from '@registry-hub/shared/masking';
import { NOT_FROZEN, type PartialRefusal } from '@registry-hub/shared/partial-exchange';
import {
  type CohortQuestion,
  encodeCounts,
  LAYOUT_VERSION,
  type MaskedRound,
  readQuestion,
  toVector,
  vectorLayout,
} from '@registry-hub/shared/statistics';
import type { JWTVerifyGetKey } from 'jose';
import { type MaskingDesk, MaskingRefusal } from '../masking';
import type { RegistryState } from '../storage';
import type { OpenCount } from './cohort-counter';
import { FreezeChanged } from './freeze-changed';
import type { StatisticsServices } from './statistics-services';
import { UnknownFreeze } from './unknown-freeze';

/** A question of the hub, as it came. */
export interface AskedPartial {
  /** As it was signed. */
  readonly text: string;
  readonly signature: string | undefined;
  /** The state of this registry that the hub has the sums of. */
  readonly knownState: string | undefined;
}

/** This country's sums, with the state of the registry that was counted. */
export type GivenPartial =
  | { readonly kind: 'unchanged'; readonly state: string }
  | { readonly kind: 'other layout' }
  | CountedPartial
  | { readonly kind: 'refused'; readonly refusal: PartialRefusal };

export interface CountedPartial {
  readonly kind: 'counted';
  readonly state: string;
  readonly disclosureSettings: string;
  /** Whether patients are left out who were in the freeze when it was taken. */
  readonly leftOut: boolean;
  readonly bytes: Uint8Array;
}

export interface PartialServices extends Pick<StatisticsServices, 'country' | 'counter'> {
  /** The hub's public keys; without them nobody gets a partial. */
  readonly hubKeys: JWTVerifyGetKey | undefined;
  readonly masking: Pick<MaskingDesk, 'admit'>;
}

/** Answers the hub's questions with this country's sums: under masks, but where its own people ask for too few countries. */
export class PartialDesk {
  constructor(private readonly services: PartialServices) {}

  /**
   * @throws HubError FORBIDDEN when the hub did not sign it, the caller has no right to European figures, or sums are asked for
   *   in clear that are given under masks only; BAD_USER_INPUT when it can't be read
   */
  async answer(caller: Caller, { text, signature, knownState }: AskedPartial): Promise<GivenPartial> {
    const { country, counter, hubKeys } = this.services;
    if (!hubKeys || pooledRole(caller) === undefined) throw new HubError('FORBIDDEN');
    const state = await counter.currentState();
    // says nothing but that the asker's own word for the state is right, and so needs no signature
    if (state.name === knownState) return { kind: 'unchanged', state: state.name };
    await verifyQuestion(hubKeys, country, text, signature);
    const read = readQuestion(text, LAYOUT_VERSION);
    switch (read.kind) {
      case 'other layout':
        return { kind: 'other layout' };
      case 'invalid':
        throw badUserInput({ field: 'question', message: read.reason });
      case 'question':
        return this.answerOrRefuse(caller, text, read.question, state);
    }
  }

  private async answerOrRefuse(caller: Caller, text: string, question: CohortQuestion, seen: RegistryState): Promise<GivenPartial> {
    try {
      const open = await this.services.counter.open(question, 'EUROPEAN', seen);
      const { round } = question;
      const { bytes, leftOut } = round
        ? await this.masked(caller, text, { ...question, round }, open)
        : await this.inClear(caller, question, open);
      const disclosureSettings = disclosureSettingsText(open.state.settings);
      return { kind: 'counted', state: open.state.name, disclosureSettings, leftOut, bytes };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) return { kind: 'refused', refusal };
      throw error;
    }
  }

  private async masked(
    caller: Caller,
    text: string,
    question: CohortQuestion & { readonly round: MaskedRound },
    open: OpenCount,
  ): Promise<Pick<CountedPartial, 'bytes' | 'leftOut'>> {
    const { round, filter } = question;
    // a country outside the filter has nobody in the cohort: with such ones alone beside it, the sum would be this country's
    const counting = round.participants.filter(({ country }) => filter.countries?.includes(country) ?? true);
    if (counting.length < MINIMUM_COUNTRIES) {
      throw badUserInput({ field: 'question', message: `expected at least ${MINIMUM_COUNTRIES} participants that the filter names.` });
    }
    const content = createHash('sha256').update(text).digest();
    const context = { questionId: round.questionId, content, layoutVersion: LAYOUT_VERSION, participants: round.participants };
    const admission = this.services.masking.admit(caller, context, open.state.revision);
    // counted while the database is asked
    const [mask, { figures, leftOut }] = await Promise.all([admission, open.count()]);
    return { bytes: encodeSumVector(mask(toVector(vectorLayout(question, round.plans), figures))), leftOut };
  }

  private async inClear(caller: Caller, question: CohortQuestion, open: OpenCount): Promise<Pick<CountedPartial, 'bytes' | 'leftOut'>> {
    if (!isOwnFew(question.filter, caller)) throw new HubError('FORBIDDEN', 'Sums for so many countries are given under masks only.');
    const { figures, leftOut } = await open.count();
    return { bytes: encodeCounts(figures), leftOut };
  }
}

function refusalOf(error: unknown): PartialRefusal | undefined {
  if (error instanceof MaskingRefusal) return { code: error.code, message: error.message, countries: error.countries };
  if (error instanceof FreezeChanged) return { code: 'DATA_CHANGED', message: error.message, countries: [] };
  return error instanceof UnknownFreeze ? { code: NOT_FROZEN, message: error.message, countries: [] } : undefined;
}
