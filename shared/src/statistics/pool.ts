import type { DisclosureSettings } from '../domain';
import type { Counts } from './partials';
import type { CohortQuestion } from './question';

export const missingReasons = ['UNREACHABLE', 'TIMEOUT', 'ERROR', 'INCOMPATIBLE', 'NOT_FROZEN'] as const;
export type MissingReason = (typeof missingReasons)[number];

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
  /** Of the countries that the filter speaks of. */
  readonly coverage: Coverage;
  /** What each country that answered asks of disclosure control; those that were asked for other cohorts' patients alone included. */
  readonly settings: ReadonlyMap<string, DisclosureSettings>;
  readonly figures: readonly Counts[];
  /** Whether patients are left out of these figures who were in the freeze when it was taken. */
  readonly leftOut: boolean;
}

/** What a pool is asked. */
export type PoolQuestion = Pick<CohortQuestion, 'filter' | 'figures' | 'anew'>;

/** Gives the pooled partials of a question: a national registry from its own table, the hub by asking the countries. */
export interface PartialPool {
  ask(question: PoolQuestion): Promise<PooledAnswer>;
}

/** Of the countries that are known, in their order: those that the filter speaks of, and those that had patients in other cohorts. */
export function countriesToAsk(
  known: readonly string[],
  { filter, figures }: Pick<CohortQuestion, 'filter' | 'figures'>,
): readonly string[] {
  const elsewhere = new Set(
    figures.flatMap((figure) => (figure.kind === 'differences' ? figure.others.flatMap(({ countries }) => countries) : [])),
  );
  return known.filter((country) => elsewhere.has(country) || (filter.countries?.includes(country) ?? true));
}
