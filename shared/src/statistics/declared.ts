import type { CalendarDate } from '../domain';

/**
 * Figures of what only one country derives. A country's extension declares variables, measures and days over a row of its own beside
 * the derived case; a question about them carries what it needs to know of them, so that the layout of its partial follows from the
 * question alone, as of any other. Only the country itself asks such questions: the hub's have no place for them.
 */
interface DeclaredField {
  /** The field of the declared row: no other variable or measure has its name. */
  readonly declared: string;
  /**
   * A name for the patients of whom it is known, the same for all that are known of just the same ones: what is hidden of the one, the
   * others must not tell. Without it, the field's own name.
   */
  readonly knownAs?: string;
  /** The name of a set of patients, of the same kind, in which all of them are. */
  readonly knownWithin?: string;
}

/** Its values are in the order of a table's rows. */
export interface DeclaredVariable extends DeclaredField {
  /** What the field holds, one of these. */
  readonly values: readonly string[];
}

/** A number of at least 0. */
export interface DeclaredMeasure extends DeclaredField {
  readonly unit: string;
  readonly stepsPerUnit: number;
}

/** A time from one declared day to the first of others, censored at the last day of observation. */
export interface DeclaredEndpoint {
  readonly declared: string;
  readonly start: string;
  /** Days of the events, of which the first ends the time; the patient's death among them where `death` is true. */
  readonly events: readonly string[];
  readonly death: boolean;
  readonly followedUntil: string;
  /** A variable that is known of just those who are in the analysis, with its value for those without an event. */
  readonly outcome: { readonly of: DeclaredVariable; readonly withoutEvent: string };
}

/** What an extension derived of one case, by field. A field that is absent is not known. */
export type DeclaredRow = Readonly<Record<string, string | number>>;

/** Everything that is declared beside the registry's own variables, measures and dates. */
export interface DeclaredCatalogue {
  readonly variables: readonly DeclaredVariable[];
  readonly measures: readonly DeclaredMeasure[];
  /** Fields that hold a {@link CalendarDate}. */
  readonly days: readonly string[];
}

export const NOTHING_DECLARED: DeclaredCatalogue = { variables: [], measures: [], days: [] };

export function joinCatalogues(catalogues: readonly DeclaredCatalogue[]): DeclaredCatalogue {
  return {
    variables: catalogues.flatMap(({ variables }) => variables),
    measures: catalogues.flatMap(({ measures }) => measures),
    days: catalogues.flatMap(({ days }) => days),
  };
}

/** A text of a declared row, undefined where it is not known. */
export function declaredText(row: DeclaredRow | undefined, field: string): string | undefined {
  const value = row?.[field];
  return value === undefined ? undefined : String(value);
}

export function declaredDate(row: DeclaredRow | undefined, field: string): CalendarDate | undefined {
  return declaredText(row, field) as CalendarDate | undefined;
}

export function declaredNumber(row: DeclaredRow | undefined, field: string): number | undefined {
  const value = row?.[field];
  return typeof value === 'number' ? value : undefined;
}
