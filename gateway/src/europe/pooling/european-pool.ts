import { badUserInput, HubError } from '@registry-hub/shared/errors';
import type { SignQuestion } from '@registry-hub/shared/identity';
import {
  addCounts,
  type CohortFilter,
  type CohortQuestion,
  LAYOUT_VERSION,
  type PartialPool,
  type PooledAnswer,
} from '@registry-hub/shared/statistics';
import type { CountryClients } from '../../countries';
import { askCountry } from './ask-country';

export interface EuropeanPoolOptions {
  readonly countries: Pick<CountryClients, 'countries' | 'post'>;
  readonly signQuestion: SignQuestion;
  /** The caller's own token: each country verifies it anew. */
  readonly authorization: string;
}

/** Asks all countries of a cohort at once, one request each, and adds up what they answer. */
export class EuropeanPool implements PartialPool {
  constructor(private readonly options: EuropeanPoolOptions) {}

  /**
   * @throws HubError BAD_USER_INPUT when the filter names a country that isn't registered; FORBIDDEN when no country
   *   grants the caller its sums
   */
  async ask({ filter, figures }: Pick<CohortQuestion, 'filter' | 'figures'>): Promise<PooledAnswer> {
    const countries = this.participants(filter);
    const question: CohortQuestion = { layoutVersion: LAYOUT_VERSION, filter, countries, figures };
    const parts = await Promise.all(countries.map((code) => askCountry(code, question, this.options)));
    const answered = parts.filter((part) => 'counts' in part);
    return {
      question,
      coverage: { answered: answered.map(({ code }) => code), missing: parts.filter((part) => 'reason' in part) },
      figures: figures.map((_, index) => addCounts(answered.flatMap(({ counts }) => counts[index] ?? []))),
    };
  }

  private participants({ countries: wanted }: CohortFilter): readonly string[] {
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
