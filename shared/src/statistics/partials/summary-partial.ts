import { type CaseColumns, NO_STEPS } from '../columns';
import { MAX_STEPS, type Measure } from '../measures';
import type { Variable } from '../variables';
import { type Counts, countCell } from './counts';
import { groupReader } from './group-reader';

/**
 * Cells of a summary: for each group, cell 0 counts the patients whose measure is not known, cell 1 + s those with a value
 * of s steps.
 */
export const SUMMARY_CELLS_PER_GROUP = MAX_STEPS + 2;

/** Counts one country's rows by value of a measure, within each group of `by`. */
export function summaryPartial(
  columns: CaseColumns,
  rows: Uint32Array,
  country: string,
  countries: readonly string[],
  of: Measure,
  by: Variable | undefined,
): Counts {
  const { groupOf } = groupReader(columns, country, countries, by);
  const steps = columns.steps[of];
  const counts = new Map<number, number>();
  for (const row of rows) {
    const value = steps[row] ?? NO_STEPS;
    countCell(counts, groupOf(row) * SUMMARY_CELLS_PER_GROUP + (value === NO_STEPS ? 0 : value + 1));
  }
  return counts;
}
