import { isOwnFew, namesFew } from '@registry-hub/shared/disclosure';
import { badUserInput, HubError } from '@registry-hub/shared/errors';
import type { Caller } from '@registry-hub/shared/identity';
import {
  addCounts,
  type CohortFilter,
  type CohortQuestion,
  type Counts,
  canonicalText,
  countriesToAsk,
  decodeCounts,
  LAYOUT_VERSION,
  type PartialPool,
  type PooledAnswer,
  type PoolQuestion,
} from '@registry-hub/shared/statistics';
import type { CountryClients } from '../../countries';
import { askCountry } from './ask-country';
import { type PoolMaskedOptions, poolMasked } from './pool-masked';

export interface EuropeanPoolOptions extends PoolMaskedOptions {
  readonly countries: Pick<CountryClients, 'countries' | 'askPartial' | 'maskingKey'>;
  readonly caller: Caller;
}

/**
 * Asks all countries of a cohort at once, one request each, and adds up what they answer: under masks, so that nothing is to be
 * seen of a single country. Countries that had patients in cohorts to compare with are asked along with them. Where fewer countries are named than could hide each other, sums come in clear, to callers of one of
 * them; others are not answered, and nobody is asked.
 */
export class EuropeanPool implements PartialPool {
  constructor(private readonly options: EuropeanPoolOptions) {}

  /** @throws HubError BAD_USER_INPUT when the filter names a country that isn't registered, or a freeze that nobody has */
  async ask({ filter, figures, anew }: PoolQuestion): Promise<PooledAnswer> {
    const registered = this.registered(filter);
    const countries = registered.filter((code) => filter.countries?.includes(code) ?? true);
    const question: CohortQuestion = { layoutVersion: LAYOUT_VERSION, filter, countries, figures, ...(anew ? { anew } : {}) };
    const answer = await this.pool(question, registered);
    refuseUnknownFreeze(filter, answer);
    return answer;
  }

  private async pool(question: CohortQuestion, registered: readonly string[]): Promise<PooledAnswer> {
    const { filter, countries } = question;
    if (!namesFew(filter)) return poolMasked(question, countriesToAsk(registered, question), this.options);
    if (isOwnFew(filter, this.options.caller)) return this.poolInClear(question);
    return { question, coverage: { answered: countries, missing: [] }, settings: new Map(), figures: [], leftOut: false };
  }

  private async poolInClear(question: CohortQuestion): Promise<PooledAnswer> {
    const { countries: codes, figures } = question;
    const { countries, signQuestion, authorization } = this.options;
    const text = canonicalText(question);
    const read = (bytes: Uint8Array): readonly Counts[] => decodeCounts(bytes, figures.length);
    const put = { text, signature: await signQuestion(codes, text), authorization, read };
    const parts = await Promise.all(codes.map((code) => askCountry(countries, code, put)));
    const given = parts.filter((part) => part.kind === 'given');
    return {
      question,
      coverage: {
        answered: given.map(({ code }) => code),
        missing: parts
          .flatMap((part) => (part.kind === 'lost' ? [part.lost] : []))
          .map(({ code, reason, message }) => ({ code, reason, message })),
      },
      settings: new Map(given.map(({ code, settings }) => [code, settings])),
      figures: figures.map((_, index) => addCounts(given.flatMap(({ part }) => part[index] ?? []))),
      leftOut: given.some(({ leftOut }) => leftOut),
    };
  }

  private registered({ countries: wanted }: CohortFilter): readonly string[] {
    const registered = this.options.countries.countries.map(({ code }) => code);
    const unknown = (wanted ?? []).filter((code) => !registered.includes(code));
    if (unknown.length > 0) {
      throw badUserInput({
        field: 'filter.countries',
        message: `expected registered countries (${registered.join(', ')}), not ${unknown.join(', ')}.`,
      });
    }
    if (registered.length === 0) throw new HubError('NOT_FOUND', 'No country is registered.');
    return registered;
  }
}

/** @throws HubError BAD_USER_INPUT when no country that answers has the freeze */
function refuseUnknownFreeze({ freeze }: CohortFilter, { coverage: { answered, missing } }: PooledAnswer): void {
  if (answered.length > 0 || !missing.some(({ reason }) => reason === 'NOT_FROZEN')) return;
  throw badUserInput({ field: 'filter.freeze', message: `there is no freeze with the label ${freeze}.` });
}
