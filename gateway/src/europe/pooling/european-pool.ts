import { badUserInput, HubError } from '@registry-hub/shared/errors';
import type { SignQuestion } from '@registry-hub/shared/identity';
import {
  addCounts,
  type CohortFilter,
  type CohortQuestion,
  canonicalText,
  LAYOUT_VERSION,
  type PartialPool,
  type PooledAnswer,
} from '@registry-hub/shared/statistics';
import type { CountryClients } from '../../countries';
import { askCountry, type CountryPart, type PutQuestion } from './ask-country';
import type { KnownAnswer, KnownAnswers } from './known-answers';

export interface EuropeanPoolOptions {
  readonly countries: Pick<CountryClients, 'countries' | 'askPartial'>;
  readonly signQuestion: SignQuestion;
  readonly known: KnownAnswers;
  /** The caller's own token: each country verifies it anew. */
  readonly authorization: string;
}

/** Asks all countries of a cohort at once, one request each, and adds up what they answer. */
export class EuropeanPool implements PartialPool {
  constructor(private readonly options: EuropeanPoolOptions) {}

  /** @throws HubError BAD_USER_INPUT when the filter names a country that isn't registered */
  async ask({ filter, figures }: Pick<CohortQuestion, 'filter' | 'figures'>): Promise<PooledAnswer> {
    const { known, signQuestion, authorization } = this.options;
    const countries = this.participants(filter);
    const question: CohortQuestion = { layoutVersion: LAYOUT_VERSION, filter, countries, figures };
    const text = canonicalText(question);
    const put: PutQuestion = { text, figures: figures.length, signature: await signQuestion(countries, text), authorization };
    const earlier = known.of(text);
    const parts = await this.settle(put, await this.askEach(countries, put, earlier), earlier);
    const missing = parts.flatMap((part) => (part.kind === 'missing' ? [part.missing] : []));
    if (earlier && stillStands(earlier, parts)) {
      return { question, coverage: { answered: [...earlier.states.keys()], missing }, figures: earlier.figures };
    }
    const counted = parts.filter((part) => part.kind === 'counted');
    const answer: KnownAnswer = {
      states: new Map(counted.map(({ code, state }) => [code, state])),
      figures: figures.map((_, index) => addCounts(counted.flatMap(({ counts }) => counts[index] ?? []))),
    };
    known.keep(text, answer);
    return { question, coverage: { answered: [...answer.states.keys()], missing }, figures: answer.figures };
  }

  private askEach(countries: readonly string[], put: PutQuestion, earlier?: KnownAnswer): Promise<readonly CountryPart[]> {
    return Promise.all(countries.map((code) => askCountry(this.options.countries, code, put, earlier?.states.get(code))));
  }

  /** Where some countries have changed and others not, those others are asked for their counts after all. */
  private async settle(put: PutQuestion, parts: readonly CountryPart[], earlier?: KnownAnswer): Promise<readonly CountryPart[]> {
    if (earlier && stillStands(earlier, parts)) return parts;
    return Promise.all(parts.map(async (part) => (part.kind === 'unchanged' ? askCountry(this.options.countries, part.code, put) : part)));
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

/** Whether the countries of an earlier answer are those that answer now, each in the state it was in. */
function stillStands({ states }: KnownAnswer, parts: readonly CountryPart[]): boolean {
  const answering = parts.filter(({ kind }) => kind !== 'missing');
  return answering.length === states.size && answering.every(({ kind }) => kind === 'unchanged');
}
