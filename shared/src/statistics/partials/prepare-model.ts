import type { PreparedModel } from '../analysis-cache';
import { NO_CODE } from '../columns/case-columns';
import { flagEqual, flagKnown, flagRows, keepRows } from '../columns/keep-rows';
import { variableCodes } from '../columns/variable-codes';
import { EVENT, entryDays, NOT_OBSERVED } from '../event-times/event-times';
import { type Covariate, type CoxModel, completeRows, designMatrix, type LogisticModel, type Model } from '../models';
import { valuesOf } from '../variables';
import type { CohortRows } from './cohort-rows';

/** The patients of a cohort whose outcome is known, and what came of each. */
export interface OutcomeRows {
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
  const complete = completeRows(cohort, rows, model.covariates);
  if (model.family === 'LOGISTIC') {
    const design = designMatrix(cohort, complete, model.covariates, true);
    const outcome = gather(byRow, complete, new Uint8Array(complete.length));
    return { family: 'LOGISTIC', design, outcome, events: total(outcome) };
  }
  const order = cohort.cache.order(cohort.columns, model.endpoint, model.from);
  const inOrder = keepRows(order, flagRows(complete, cohort.columns.size));
  const { day: days } = cohort.cache.times(cohort.columns, model.endpoint, model.from);
  const stratum = {
    design: designMatrix(cohort, inOrder, model.covariates, false),
    day: gather(days, inOrder, new Int32Array(inOrder.length)),
    event: gather(byRow, inOrder, new Uint8Array(inOrder.length)),
  };
  const events = total(stratum.event);
  if (!model.delayedEntry) return { family: 'COX', stratum, events };
  const entered = gather(entryDays(cohort.columns, model.from), inOrder, new Int32Array(inOrder.length));
  return { family: 'COX', stratum: { ...stratum, entry: { day: entered, order: ascending(entered) } }, events };
}

function survivalRows({ columns, rows, cache }: CohortRows, { endpoint, from, delayedEntry }: CoxModel<Covariate>): OutcomeRows {
  const { day, outcome } = cache.times(columns, endpoint, from);
  const observed = keepRows(rows, flagKnown(day, NOT_OBSERVED));
  const event = flagEqual(outcome, EVENT);
  if (!delayedEntry) return { rows: observed, event };
  // only who entered before the time ended was ever at risk
  const entered = entryDays(columns, from);
  return { rows: observed.filter((row) => (entered[row] ?? 0) < (day[row] ?? 0)), event };
}

function valueRows({ columns, rows, country, countries }: CohortRows, { outcome }: LogisticModel<Covariate>): OutcomeRows {
  const codes = variableCodes(columns, country, countries, outcome.variable);
  const wanted = valuesOf(outcome.variable, countries).indexOf(outcome.value);
  return { rows: keepRows(rows, flagKnown(codes, NO_CODE)), event: flagEqual(codes, wanted) };
}

function gather<A extends Uint8Array | Int32Array>(column: A, rows: Uint32Array, gathered: A): A {
  for (let index = 0; index < rows.length; index += 1) gathered[index] = column[rows[index] ?? 0] ?? 0;
  return gathered;
}

function ascending(days: Int32Array): Uint32Array {
  return Uint32Array.from(days, (_, index) => index).toSorted((one, other) => (days[one] ?? 0) - (days[other] ?? 0));
}

function total(flags: Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < flags.length; index += 1) sum += flags[index] ?? 0;
  return sum;
}
