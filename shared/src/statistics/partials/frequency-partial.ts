import { type CaseColumns, NO_CODE } from '../columns';
import { isMultiValued, type Variable, valuesOf } from '../variables';
import { type Counts, countCell } from './counts';
import { groupReader } from './group-reader';

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
export function frequencyPartial(
  columns: CaseColumns,
  rows: Uint32Array,
  country: string,
  countries: readonly string[],
  of: Variable,
  by: Variable | undefined,
): Counts {
  const layout = frequencyLayout(of, by, countries);
  const { groupOf } = groupReader(columns, country, countries, by);
  const counts = new Map<number, number>();
  const multi = of === 'COUNTRY' ? undefined : columns.multiValued[of];
  if (multi === undefined) {
    const { groupOf: rowOf } = groupReader(columns, country, countries, of);
    for (const row of rows) countCell(counts, rowOf(row) * layout.columns + groupOf(row));
    return counts;
  }
  for (const row of rows) {
    const group = groupOf(row);
    const codes = multi.codes.subarray(multi.starts[row], multi.starts[row + 1]);
    for (const code of codes) countCell(counts, (code === NO_CODE ? layout.unknownRow : code) * layout.columns + group);
    if (codes.length === 0) countCell(counts, layout.unknownRow * layout.columns + group);
    countCell(counts, (layout.unknownRow + 1) * layout.columns + group);
  }
  return counts;
}
