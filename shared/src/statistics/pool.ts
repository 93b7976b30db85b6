import type { Counts } from './partials';
import type { CohortQuestion } from './question';

export type MissingReason = 'UNREACHABLE' | 'TIMEOUT' | 'ERROR' | 'INCOMPATIBLE';

/** A country whose part is not in a figure, and why. */
export interface MissingCountry {
  readonly code: string;
  readonly reason: MissingReason;
  readonly message: string;
}

/** Which countries figures speak for. */
export interface Coverage {
  readonly answered: readonly string[];
  readonly missing: readonly MissingCountry[];
}

/** The sums of all countries that answered, a set of counts a figure, in the question's order. */
export interface PooledAnswer {
  readonly question: CohortQuestion;
  readonly coverage: Coverage;
  readonly figures: readonly Counts[];
}

/** Gives the pooled partials of a question: a national registry from its own table, the hub by asking the countries. */
export interface PartialPool {
  ask(question: Pick<CohortQuestion, 'filter' | 'figures'>): Promise<PooledAnswer>;
}
