import type { PreparedModel } from '../analysis-cache';
import { variableCodes } from '../columns/variable-codes';
import { EVENT, entryDays } from '../event-times/event-times';
import { type Covariate, type CoxModel, designMatrix, type LogisticModel, type Model } from '../models';
import { valuesOf } from '../variables';
import type { CohortRows } from './cohort-rows';

/** The patients of a cohort whose outcome is known, and what came of each. */
export interface OutcomeRows {
  /** Of a Cox model, in the order of their days. */
  readonly rows: Uint32Array;
  /** 1 for a row with the event, by row of the columns. */
  readonly event: Uint8Array;
}

export function outcomeRows(cohort: CohortRows, model: Model<Covariate>): OutcomeRows {
  return model.family === 'COX' ? survivalRows(cohort, model) : valueRows(cohort, model);
}

/** The patients of a model in one country: those of the cohort for whom everything in the model is known. */
export function prepareModel(cohort: CohortRows, model: Model): PreparedModel {
  const { rows, event: byRow } = outcomeRows(cohort, model);
  const design = designMatrix(cohort, rows, model.covariates, model.family === 'LOGISTIC');
  const event = gather(byRow, design.rows, new Uint8Array(design.rows.length));
  const events = event.reduce((sum, one) => sum + one, 0);
  if (model.family === 'LOGISTIC') return { family: 'LOGISTIC', design, outcome: event, events };
  const { day: days } = cohort.cache.times(cohort.columns, model.endpoint, model.from);
  const day = gather(days, design.rows, new Int32Array(design.rows.length));
  if (!model.delayedEntry) return { family: 'COX', stratum: { design, day, event }, events };
  const entered = gather(entryDays(cohort.columns, model.from), design.rows, new Int32Array(design.rows.length));
  return { family: 'COX', stratum: { design, day, event, entry: { day: entered, order: ascending(entered) } }, events };
}

function survivalRows({ columns, rows, cache }: CohortRows, { endpoint, from, delayedEntry }: CoxModel<Covariate>): OutcomeRows {
  const { day, outcome } = cache.times(columns, endpoint, from);
  const selected = new Uint8Array(columns.size);
  mark(rows, selected);
  if (delayedEntry) unmarkWithoutTime(entryDays(columns, from), day, selected);
  const event = outcome.map((one) => (one === EVENT ? 1 : 0));
  return { rows: marked(cache.order(columns, endpoint, from), selected), event };
}

function valueRows({ columns, rows, country, countries }: CohortRows, { outcome }: LogisticModel<Covariate>): OutcomeRows {
  const codes = variableCodes(columns, country, countries, outcome.variable);
  const names = valuesOf(outcome.variable, countries);
  const known = codes.map((code) => (code < names.length ? 1 : 0));
  const wanted = names.indexOf(outcome.value);
  return { rows: marked(rows, Uint8Array.from(known)), event: Uint8Array.from(codes, (code) => (code === wanted ? 1 : 0)) };
}

function mark(rows: Uint32Array, selected: Uint8Array): void {
  for (let index = 0; index < rows.length; index += 1) selected[rows[index] ?? 0] = 1;
}

/** With delayed entry, only who entered before the time ended was ever at risk. */
function unmarkWithoutTime(entered: Int32Array, day: Int32Array, selected: Uint8Array): void {
  for (let row = 0; row < selected.length; row += 1) {
    if ((entered[row] ?? 0) >= (day[row] ?? 0)) selected[row] = 0;
  }
}

function marked(rows: Uint32Array, selected: Uint8Array): Uint32Array {
  const kept = new Uint32Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    kept[count] = row;
    count += selected[row] ?? 0;
  }
  return kept.subarray(0, count);
}

function gather<A extends Uint8Array | Int32Array>(column: A, rows: Uint32Array, gathered: A): A {
  for (let index = 0; index < rows.length; index += 1) gathered[index] = column[rows[index] ?? 0] ?? 0;
  return gathered;
}

function ascending(days: Int32Array): Uint32Array {
  return Uint32Array.from(days, (_, index) => index).toSorted((one, other) => (days[one] ?? 0) - (days[other] ?? 0));
}
