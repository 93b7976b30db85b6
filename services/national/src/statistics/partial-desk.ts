import { europeanPolicy } from '@registry-hub/shared/disclosure';
import { badUserInput, HubError } from '@registry-hub/shared/errors';
import { type Caller, verifyQuestion } from '@registry-hub/shared/identity';
import { answerQuestion, encodeCounts, LAYOUT_VERSION, readQuestion } from '@registry-hub/shared/statistics';
import type { JWTVerifyGetKey } from 'jose';
import type { LiveColumns } from './live-columns';

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
  | { readonly kind: 'counted'; readonly state: string; readonly bytes: Uint8Array };

/** Answers the hub's questions with this country's exact sums. */
export class PartialDesk {
  /** @param hubKeys the hub's public keys; without them nobody gets a partial */
  constructor(
    private readonly country: string,
    private readonly columns: LiveColumns,
    private readonly hubKeys: JWTVerifyGetKey | undefined,
  ) {}

  /**
   * @throws HubError FORBIDDEN when the hub did not sign it or the caller has no right to European figures; BAD_USER_INPUT
   *   when it can't be read
   */
  async answer(caller: Caller, { text, signature, knownState }: AskedPartial): Promise<GivenPartial> {
    if (!this.hubKeys || !europeanPolicy(caller)) throw new HubError('FORBIDDEN');
    const state = await this.columns.currentState();
    // says nothing but that the asker's own word for the state is right, and so needs no signature
    if (state.name === knownState) return { kind: 'unchanged', state: state.name };
    await verifyQuestion(this.hubKeys, this.country, text, signature);
    const read = readQuestion(text, LAYOUT_VERSION);
    switch (read.kind) {
      case 'other layout':
        return { kind: 'other layout' };
      case 'invalid':
        throw badUserInput({ field: 'question', message: read.reason });
      case 'question': {
        const { columns, state: counted, analyses, answers } = await this.columns.from(state);
        const bytes = answers.answer(text, () => encodeCounts(answerQuestion(columns, this.country, read.question, 'EUROPEAN', analyses)));
        return { kind: 'counted', state: counted.name, bytes };
      }
    }
  }
}
