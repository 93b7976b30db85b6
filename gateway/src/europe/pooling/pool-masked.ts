import { MINIMUM_COUNTRIES } from '@registry-hub/shared/disclosure';
import type { DisclosureSettings } from '@registry-hub/shared/domain';
import type { SignQuestion } from '@registry-hub/shared/identity';
import { addMasked, decodeSumVector, newQuestionId, type Participant, type SumVector } from '@registry-hub/shared/masking';
import {
  askInRounds,
  type CohortQuestion,
  canonicalText,
  type MissingCountry,
  type Plan,
  type PlanMemory,
  type PooledAnswer,
  type VectorLayout,
} from '@registry-hub/shared/statistics';
import type { CountryClients } from '../../countries';
import { askCountry, type CountryPart, type LostCountry, lostBy, type PutQuestion } from './ask-country';
import type { KnownAnswer, KnownAnswers } from './known-answers';
import { leaveOut } from './leave-out';

export interface PoolMaskedOptions {
  readonly countries: Pick<CountryClients, 'askPartial' | 'maskingKey'>;
  readonly signQuestion: SignQuestion;
  /** The caller's own token: each country verifies it anew. */
  readonly authorization: string;
  readonly known: KnownAnswers;
  readonly plans: PlanMemory;
  readonly now: () => Date;
}

/** After so many failed attempts at a round, data that change between two sendings of a request are no excuse any more. */
const MOST_REPETITIONS = 3;

/**
 * Pools a question over the countries whose masks cancel out in the sum: of no country by itself is anything to be seen. When
 * one drops out, what the others gave is worthless, and they are asked once more without it. When all say that they are still in
 * the states of an earlier answer, that one is given.
 *
 * @param asked the countries that take part: those of the cohort, and those that had patients in others
 * @returns no figures when fewer countries of the cohort are left than a pool must have; nobody is asked in that case
 */
export async function poolMasked(question: CohortQuestion, asked: readonly string[], options: PoolMaskedOptions): Promise<PooledAnswer> {
  const text = canonicalText(question);
  const earlier = options.known.of(text);
  const pool = new MaskedPool(question, options, earlier);
  await pool.gather(asked);
  const figures = await askInRounds(question, options.plans, (plans, layout) => pool.ask(plans, layout));
  const answer = figures ? { states: pool.states, settings: pool.settings, leftOut: pool.leftOut, figures } : pool.standing;
  if (figures) options.known.keep(text, answer);
  return { question, coverage: pool.coverage, settings: answer.settings, figures: answer.figures, leftOut: answer.leftOut };
}

class MaskedPool {
  /** Of the countries whose sums were pooled last. */
  states: ReadonlyMap<string, string> = new Map();
  /** What they ask of disclosure control. */
  settings: ReadonlyMap<string, DisclosureSettings> = new Map();
  /** Whether any of them left patients out who were in the freeze when it was taken. */
  leftOut = false;
  /** The earlier answer, where it still is right; else none. */
  standing: KnownAnswer = { states: new Map(), settings: new Map(), figures: [], leftOut: false };

  private participants: readonly Participant[] = [];
  private missing: readonly MissingCountry[] = [];

  constructor(
    private readonly question: CohortQuestion,
    private readonly options: PoolMaskedOptions,
    private earlier: KnownAnswer | undefined,
  ) {}

  get coverage(): PooledAnswer['coverage'] {
    const missing = this.missing.filter(({ code }) => this.isInCohort(code));
    return { answered: this.counting, missing: missing.toSorted((one, other) => (one.code < other.code ? -1 : 1)) };
  }

  /** Those who take part and whose patients can be in the cohort; the others hide nobody's sums. */
  private get counting(): readonly string[] {
    return this.participants.map(({ country }) => country).filter((country) => this.isInCohort(country));
  }

  /** Finds out who can take part. */
  async gather(asked: readonly string[]): Promise<void> {
    const found = await Promise.all(asked.map((code) => this.participant(code)));
    this.participants = found.filter((one) => 'publicKey' in one);
    this.missing = found.filter((one) => 'reason' in one);
  }

  /** @returns the sum of all who are left; undefined when they are too few, or an earlier answer stands */
  async ask(plans: readonly Plan[], layout: VectorLayout): Promise<SumVector | undefined> {
    for (let repetitions = 0; this.counting.length >= MINIMUM_COUNTRIES; repetitions += 1) {
      const { earlier } = this;
      this.earlier = undefined;
      const put = await this.putQuestion(plans, layout);
      const parts = await this.askEach(put, earlier);
      if (earlier && stillStands(earlier, parts)) {
        this.standing = earlier;
        this.goOnWithout(lostOf(parts));
        return undefined;
      }
      const settled = lostOf(parts).length > 0 ? parts : await this.settle(put, parts);
      const lost = lostOf(settled);
      if (lost.length === 0) return this.sumOf(settled);
      this.goOnWithout(leaveOut(lost, repetitions < MOST_REPETITIONS));
    }
    return undefined;
  }

  private async putQuestion(plans: readonly Plan[], { counts, sums }: VectorLayout): Promise<PutQuestion<SumVector>> {
    const { participants } = this;
    const { signQuestion, authorization, now } = this.options;
    const text = canonicalText({ ...this.question, round: { questionId: newQuestionId(now()), participants, plans } });
    const asked = participants.map(({ country }) => country);
    return {
      text,
      signature: await signQuestion(asked, text),
      authorization,
      read: (bytes) => decodeSumVector(bytes, { counts, fixed: sums }),
    };
  }

  private askEach(put: PutQuestion<SumVector>, earlier: KnownAnswer | undefined): Promise<readonly CountryPart<SumVector>[]> {
    const { countries } = this.options;
    return Promise.all(this.participants.map(({ country }) => askCountry(countries, country, put, earlier?.states.get(country))));
  }

  /** Where some countries have changed and others not, those others are asked for their sums after all, in the same round. */
  private settle(put: PutQuestion<SumVector>, parts: readonly CountryPart<SumVector>[]): Promise<readonly CountryPart<SumVector>[]> {
    const { countries } = this.options;
    return Promise.all(parts.map(async (part) => (part.kind === 'unchanged' ? askCountry(countries, part.code, put) : part)));
  }

  private sumOf(parts: readonly CountryPart<SumVector>[]): SumVector {
    const given = parts.filter((part) => part.kind === 'given');
    this.states = new Map(given.map(({ code, state }) => [code, state]));
    this.settings = new Map(given.map(({ code, settings }) => [code, settings]));
    this.leftOut = given.some(({ leftOut }) => leftOut);
    return addMasked(given.map(({ part }) => part));
  }

  /** A country that the filter does not name is asked for the patients that it had in other cohorts. */
  private isInCohort(country: string): boolean {
    return this.question.filter.countries?.includes(country) ?? true;
  }

  private goOnWithout(gone: readonly MissingCountry[]): void {
    const codes = gone.map(({ code }) => code);
    this.participants = this.participants.filter(({ country }) => !codes.includes(country));
    this.missing = [...this.missing, ...gone.map(({ code, reason, message }) => ({ code, reason, message }))];
  }

  private async participant(code: string): Promise<Participant | MissingCountry> {
    try {
      const publicKey = await this.options.countries.maskingKey(code);
      if (publicKey !== undefined) return { country: code, publicKey };
      return { code, reason: 'INCOMPATIBLE', message: 'The registry has no masking key.' };
    } catch (error) {
      return lostBy(code, error);
    }
  }
}

function lostOf(parts: readonly CountryPart<SumVector>[]): readonly LostCountry[] {
  return parts.flatMap((part) => (part.kind === 'lost' ? [part.lost] : []));
}

/** Whether the countries of an earlier answer are those that answer now, each in the state it was in. */
function stillStands({ states }: KnownAnswer, parts: readonly CountryPart<SumVector>[]): boolean {
  const answering = parts.filter(({ kind }) => kind !== 'lost');
  return answering.length === states.size && answering.every(({ kind }) => kind === 'unchanged');
}
