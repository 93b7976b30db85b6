import { canonicalText } from './canonical-text';
import type { CaseColumns, RowSet } from './columns';
import type { DeclaredEndpoint } from './declared';
import { declaredEventTimes, type Endpoint, type EventTimes, eventTimes, type TimeOrigin, timeOrder } from './event-times';
import type { CoxStratum, DesignMatrix } from './models';

/** A model's patients, ready for sums at any coefficients. */
export type PreparedModel =
  | { readonly family: 'COX'; readonly stratum: CoxStratum; readonly events: number }
  | { readonly family: 'LOGISTIC'; readonly design: DesignMatrix; readonly outcome: Uint8Array; readonly events: number };

interface Analyses {
  readonly times: Map<string, EventTimes>;
  readonly orders: Map<string, Uint32Array>;
  readonly models: Map<string, PreparedModel>;
  readonly rows: Map<string, RowSet>;
}

/** Models whose patients are kept between two Newton steps: of the oldest beyond that they are gathered anew. */
const MOST_MODELS = 4;
/** Restrictions whose rows are kept, a bit each: of 100,000 cases they take 6 MB together. */
const MOST_ROW_SETS = 500;

/**
 * What questions about the same columns have in common, worked out once: times and their order for each endpoint and origin,
 * and the patients of models that are being fitted. It is forgotten with the columns. One belongs to whoever keeps columns
 * and answers questions from them.
 */
export class AnalysisCache {
  private readonly byColumns = new WeakMap<CaseColumns, Analyses>();

  times(columns: CaseColumns, endpoint: Endpoint, from: TimeOrigin): EventTimes {
    return remembered(this.of(columns).times, `${endpoint} ${from}`, () => eventTimes(columns, endpoint, from));
  }

  declaredTimes(columns: CaseColumns, endpoint: DeclaredEndpoint): EventTimes {
    return remembered(this.of(columns).times, canonicalText(endpoint), () => declaredEventTimes(columns, endpoint));
  }

  /** The rows that are in the analysis, in the order of their days. */
  order(columns: CaseColumns, endpoint: Endpoint, from: TimeOrigin): Uint32Array {
    return remembered(this.of(columns).orders, `${endpoint} ${from}`, () => timeOrder(this.times(columns, endpoint, from)));
  }

  /** @param key what the patients follow from, besides the columns */
  model(columns: CaseColumns, key: string, prepare: () => PreparedModel): PreparedModel {
    const { models } = this.of(columns);
    const model = remembered(models, key, prepare);
    dropOldest(models, MOST_MODELS);
    return model;
  }

  /** The rows that a restriction of a cohort lets through. @param key what they follow from, besides the columns */
  rows(columns: CaseColumns, key: string, select: () => RowSet): RowSet {
    const { rows } = this.of(columns);
    const selected = remembered(rows, key, select);
    dropOldest(rows, MOST_ROW_SETS);
    return selected;
  }

  private of(columns: CaseColumns): Analyses {
    const known = this.byColumns.get(columns);
    if (known) return known;
    const empty: Analyses = { times: new Map(), orders: new Map(), models: new Map(), rows: new Map() };
    this.byColumns.set(columns, empty);
    return empty;
  }
}

function remembered<V>(known: Map<string, V>, key: string, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

function dropOldest(kept: Map<string, unknown>, most: number): void {
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}
