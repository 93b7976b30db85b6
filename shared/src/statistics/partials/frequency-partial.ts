import { type MultiValuedColumn, NO_CODE } from '../columns/case-columns';
import { variableCodes } from '../columns/variable-codes';
import { type CohortVariable, isMultiValued, valuesOf } from '../variables';
import type { CohortRows } from './cohort-rows';
import type { Counts } from './counts';
import { rowGroups } from './row-groups';
import { occupiedCells, tally } from './tally';

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

export function frequencyLayout(of: CohortVariable, by: CohortVariable | undefined, countries: readonly string[]): FrequencyLayout {
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
export function frequencyPartial(cohort: CohortRows, of: CohortVariable, by: CohortVariable | undefined): Counts {
  const { columns, rows, country, countries } = cohort;
  const layout = frequencyLayout(of, by, countries);
  const multi = typeof of !== 'string' || of === 'COUNTRY' ? undefined : columns.multiValued[of];
  if (multi) {
    const keys = keysOfEachValue(layout, multi, rows, rowGroups(cohort, by).groupOf);
    return tally(keys, (layout.unknownRow + 2) * layout.columns);
  }
  const table = new Uint32Array((layout.unknownRow + 1) * layout.columns);
  const codes = variableCodes(columns, country, countries, of);
  if (by === undefined) countOneWay(rows, codes, table);
  else countTwoWay(rows, codes, variableCodes(columns, country, countries, by), layout, table);
  return occupiedCells(table);
}

function countOneWay(rows: Uint32Array, codes: Uint16Array, table: Uint32Array): void {
  const unknown = table.length - 1;
  for (let index = 0; index < rows.length; index += 1) {
    const code = codes[rows[index] ?? 0] ?? NO_CODE;
    const cell = code === NO_CODE ? unknown : code;
    table[cell] = (table[cell] ?? 0) + 1;
  }
}

function countTwoWay(
  rows: Uint32Array,
  ofCodes: Uint16Array,
  byCodes: Uint16Array,
  { columns, unknownRow }: FrequencyLayout,
  table: Uint32Array,
): void {
  const unknownColumn = columns - 1;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const of = ofCodes[row] ?? NO_CODE;
    const by = byCodes[row] ?? NO_CODE;
    const cell = (of === NO_CODE ? unknownRow : of) * columns + (by === NO_CODE ? unknownColumn : by);
    table[cell] = (table[cell] ?? 0) + 1;
  }
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
