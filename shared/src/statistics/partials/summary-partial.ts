import { type CaseColumns, declaredColumn, NO_STEPS } from '../columns/case-columns';
import { type CohortMeasure, MAX_STEPS } from '../measures';
import type { CohortVariable } from '../variables';
import type { CohortRows } from './cohort-rows';
import type { Counts } from './counts';
import { rowGroups } from './row-groups';
import { tally } from './tally';

/**
 * Cells of a summary: for each group, cell 0 counts the patients whose measure is not known, cell 1 + s those with a value
 * of s steps.
 */
export const SUMMARY_CELLS_PER_GROUP = MAX_STEPS + 2;

/** Counts one country's rows by value of a measure, within each group of `by`. */
export function summaryPartial(cohort: CohortRows, of: CohortMeasure, by: CohortVariable | undefined): Counts {
  const { columns, rows } = cohort;
  const { groups, groupOf } = rowGroups(cohort, by);
  const steps = stepsIn(columns, of);
  // position 0 of a group stands for "not known", which NO_STEPS, one below 0, falls on by itself
  const positions = largest(steps, rows) - NO_STEPS + 1;
  const keys = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    keys[index] = (groupOf[index] ?? 0) * positions + (steps[rows[index] ?? 0] ?? NO_STEPS) - NO_STEPS;
  }
  return tally(keys, groups * positions, (key) => Math.floor(key / positions) * SUMMARY_CELLS_PER_GROUP + (key % positions));
}

function stepsIn({ steps, declared }: CaseColumns, of: CohortMeasure): Float64Array {
  return typeof of === 'string' ? steps[of] : declaredColumn(declared.steps, of.declared);
}

function largest(steps: Float64Array, rows: Uint32Array): number {
  let most = NO_STEPS;
  for (let index = 0; index < rows.length; index += 1) {
    const value = steps[rows[index] ?? 0] ?? NO_STEPS;
    if (value > most) most = value;
  }
  return most;
}
