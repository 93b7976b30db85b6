import { MINIMUM_COUNTRIES } from '@registry-hub/shared/disclosure';
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
import { type AskCountryOptions, askCountry, lostBy } from './ask-country';
import { leaveOut } from './leave-out';

export interface PoolMaskedOptions extends AskCountryOptions {
  readonly countries: Pick<CountryClients, 'post' | 'maskingKey'>;
  readonly plans: PlanMemory;
  readonly now: () => Date;
}

/** After so many failed attempts at a round, data that change between two sendings of a request are no excuse any more. */
const MOST_REPETITIONS = 3;

/**
 * Pools a question over the countries whose masks cancel out in the sum: of no country by itself is anything to be seen. When
 * one drops out, what the others gave is worthless, and they are asked once more without it.
 *
 * @returns no figures when fewer countries are left than a pool must have; nobody is asked in that case
 */
export async function poolMasked(question: CohortQuestion, options: PoolMaskedOptions): Promise<PooledAnswer> {
  const pool = new MaskedPool(question, options);
  await pool.gather();
  const figures = await askInRounds(question, options.plans, (plans, layout) => pool.ask(plans, layout));
  return { question, coverage: pool.coverage, figures: figures ?? [] };
}

class MaskedPool {
  private participants: readonly Participant[] = [];
  private missing: readonly MissingCountry[] = [];

  constructor(
    private readonly question: CohortQuestion,
    private readonly options: PoolMaskedOptions,
  ) {}

  get coverage(): PooledAnswer['coverage'] {
    return {
      answered: this.participants.map(({ country }) => country),
      missing: this.missing.toSorted((one, other) => (one.code < other.code ? -1 : 1)),
    };
  }

  /** Finds out who can take part. */
  async gather(): Promise<void> {
    const found = await Promise.all(this.question.countries.map((code) => this.participant(code)));
    this.participants = found.filter((one) => 'publicKey' in one);
    this.missing = found.filter((one) => 'reason' in one);
  }

  /** @returns the sum of all who are left; undefined when they are too few */
  async ask(plans: readonly Plan[], { counts, sums }: VectorLayout): Promise<SumVector | undefined> {
    const read = (text: string): SumVector => decodeSumVector(text, { counts, fixed: sums });
    let repetitions = 0;
    while (this.participants.length >= MINIMUM_COUNTRIES) {
      const { participants } = this;
      const round = { questionId: newQuestionId(this.options.now()), participants, plans };
      const text = canonicalText({ ...this.question, round });
      const parts = await Promise.all(participants.map(({ country }) => askCountry(country, text, read, this.options)));
      const lost = parts.filter((part) => 'reason' in part);
      if (lost.length === 0) return addMasked(parts.flatMap((part) => ('part' in part ? part.part : [])));
      this.goOnWithout(leaveOut(lost, repetitions < MOST_REPETITIONS));
      repetitions += 1;
    }
    return undefined;
  }

  private goOnWithout(gone: readonly MissingCountry[]): void {
    const codes = gone.map(({ code }) => code);
    this.participants = this.participants.filter(({ country }) => !codes.includes(country));
    this.missing = [...this.missing, ...gone];
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
