import type { CohortFilter } from './cohort-filter';
import type { Measure } from './measures';
import type { Variable } from './variables';

/**
 * The layout of partials: which cells a vector has, in which order. A change of any catalogue or layout function below is
 * another version; a country that speaks another one is left out as INCOMPATIBLE rather than added up wrongly.
 */
export const LAYOUT_VERSION = 1;

/** One figure asked of a cohort. */
export type FigureQuestion =
  | { readonly kind: 'size' }
  | { readonly kind: 'frequencies'; readonly of: Variable; readonly by?: Variable }
  | { readonly kind: 'summary'; readonly of: Measure; readonly by?: Variable };

/** All figures that one operation asks of one cohort: what travels to a country, and the only thing that does. */
export interface CohortQuestion {
  readonly layoutVersion: number;
  readonly filter: CohortFilter;
  /** The countries that make up the answer, in code order: the values of the variable COUNTRY. */
  readonly countries: readonly string[];
  readonly figures: readonly FigureQuestion[];
}

/** The same text for the same question: keys sorted, absent fields left out. */
export function canonicalText(question: unknown): string {
  return JSON.stringify(question, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
