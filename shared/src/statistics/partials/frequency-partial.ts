import { type MultiValuedColumn, NO_CODE } from '../columns/case-columns';
import { isMultiValued, type Variable, valuesOf } from '../variables';
import type { CohortRows } from './cohort-rows';
import type { Counts } from './counts';
import { rowGroups } from './row-groups';
import { tally } from './tally';

/**
 * The cells of a frequency table, row by row: one row a value of `of`, then one for "not known" (of a multi-valued
 * variable: for patients with none of its values), then, of a multi-valued variable, one that counts each patient once.
 * One column a value of `by`, then one for "not known"; a single column without `by`.
 */
export interface FrequencyLayout {
  readonly values: readonly string[];
  readonly byValues: readonly string[] | undefined;
  readonly columns: number;
  readonly unknownRow: number;
  /** Of a multi-valued variable: the row that counts each patient once. */
  readonly patientRow: number | undefined;
}

export function frequencyLayout(of: Variable, by: Variable | undefined, countries: readonly string[]): FrequencyLayout {
  const values = valuesOf(of, countries);
  const byValues = by && valuesOf(by, countries);
  return {
    values,
    byValues,
    columns: byValues ? byValues.length + 1 : 1,
    unknownRow: values.length,
    patientRow: isMultiValued(of) ? values.length + 1 : undefined,
  };
}

/** Counts one country's rows into the table's cells. */
export function frequencyPartial(cohort: CohortRows, of: Variable, by: Variable | undefined): Counts {
  const { columns, rows, countries } = cohort;
  const layout = frequencyLayout(of, by, countries);
  const { groupOf } = rowGroups(cohort, by);
  const multi = of === 'COUNTRY' ? undefined : columns.multiValued[of];
  const keys = multi ? keysOfEachValue(layout, multi, rows, groupOf) : keysOfValue(layout, rowGroups(cohort, of).groupOf, groupOf);
  return tally(keys, (layout.unknownRow + 2) * layout.columns);
}

function keysOfValue({ columns }: FrequencyLayout, valueOf: Uint16Array, groupOf: Uint16Array): Uint32Array {
  const keys = new Uint32Array(valueOf.length);
  for (let index = 0; index < keys.length; index += 1) keys[index] = (valueOf[index] ?? 0) * columns + (groupOf[index] ?? 0);
  return keys;
}

function keysOfEachValue(
  { columns, unknownRow }: FrequencyLayout,
  { starts, codes }: MultiValuedColumn,
  rows: Uint32Array,
  groupOf: Uint16Array,
): Uint32Array {
  // each value once, each patient once, and once more those without a value
  const keys = new Uint32Array(codes.length + 2 * rows.length);
  let used = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const group = groupOf[index] ?? 0;
    const start = starts[row] ?? 0;
    const end = starts[row + 1] ?? start;
    for (let position = start; position < end; position += 1) {
      const code = codes[position] ?? NO_CODE;
      keys[used] = (code === NO_CODE ? unknownRow : code) * columns + group;
      used += 1;
    }
    if (start === end) {
      keys[used] = unknownRow * columns + group;
      used += 1;
    }
    keys[used] = (unknownRow + 1) * columns + group;
    used += 1;
  }
  return keys.subarray(0, used);
}
