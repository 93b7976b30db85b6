import { isOwnFew, namesFew } from '@registry-hub/shared/disclosure';
import { badUserInput, HubError } from '@registry-hub/shared/errors';
import type { Caller } from '@registry-hub/shared/identity';
import {
  addCounts,
  type CohortFilter,
  type CohortQuestion,
  canonicalText,
  decodeCounts,
  LAYOUT_VERSION,
  type PartialPool,
  type PooledAnswer,
} from '@registry-hub/shared/statistics';
import type { CountryClients } from '../../countries';
import { askCountry } from './ask-country';
import { type PoolMaskedOptions, poolMasked } from './pool-masked';

export interface EuropeanPoolOptions extends PoolMaskedOptions {
  readonly countries: Pick<CountryClients, 'countries' | 'post' | 'maskingKey'>;
  readonly caller: Caller;
}

/**
 * Asks all countries of a cohort at once, one request each, and adds up what they answer: under masks, so that nothing is to be
 * seen of a single country. Where fewer countries are named than could hide each other, sums come in clear, to callers of one of
 * them; others are not answered, and nobody is asked.
 */
export class EuropeanPool implements PartialPool {
  constructor(private readonly options: EuropeanPoolOptions) {}

  /** @throws HubError BAD_USER_INPUT when the filter names a country that isn't registered */
  async ask({ filter, figures }: Pick<CohortQuestion, 'filter' | 'figures'>): Promise<PooledAnswer> {
    const countries = this.countriesOf(filter);
    const question: CohortQuestion = { layoutVersion: LAYOUT_VERSION, filter, countries, figures };
    if (!namesFew(filter)) return poolMasked(question, this.options);
    if (isOwnFew(filter, this.options.caller)) return this.poolInClear(question);
    return { question, coverage: { answered: countries, missing: [] }, figures: [] };
  }

  private async poolInClear(question: CohortQuestion): Promise<PooledAnswer> {
    const { countries, figures } = question;
    const text = canonicalText(question);
    const parts = await Promise.all(
      countries.map((code) => askCountry(code, text, (counts) => decodeCounts(counts, figures.length), this.options)),
    );
    const answered = parts.filter((part) => 'part' in part);
    const missing = parts.filter((part) => 'reason' in part).map(({ code, reason, message }) => ({ code, reason, message }));
    return {
      question,
      coverage: { answered: answered.map(({ code }) => code), missing },
      figures: figures.map((_, index) => addCounts(answered.flatMap(({ part }) => part[index] ?? []))),
    };
  }

  private countriesOf({ countries: wanted }: CohortFilter): readonly string[] {
    const registered = this.options.countries.countries.map(({ code }) => code);
    const unknown = (wanted ?? []).filter((code) => !registered.includes(code));
    if (unknown.length > 0) {
      throw badUserInput({
        field: 'filter.countries',
        message: `expected registered countries (${registered.join(', ')}), not ${unknown.join(', ')}.`,
      });
    }
    if (registered.length === 0) throw new HubError('NOT_FOUND', 'No country is registered.');
    return wanted ? registered.filter((code) => wanted.includes(code)) : registered;
  }
}
