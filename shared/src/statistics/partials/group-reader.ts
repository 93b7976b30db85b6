import { type CaseColumns, NO_CODE } from '../columns';
import { isMultiValued, type Variable, valuesOf } from '../variables';

/** Reads one patient's group by a single-valued variable: the value's index, or the number of values when not known. */
export interface GroupReader {
  /** Number of groups, the last of them "not known". */
  readonly groups: number;
  readonly groupOf: (row: number) => number;
}

/** Groups the rows of one country by a variable; without one, all rows are group 0 of one. */
export function groupReader(columns: CaseColumns, country: string, countries: readonly string[], by: Variable | undefined): GroupReader {
  if (by === undefined) return { groups: 1, groupOf: () => 0 };
  const unknown = valuesOf(by, countries).length;
  if (by === 'COUNTRY') {
    const own = countries.indexOf(country);
    return { groups: unknown + 1, groupOf: () => (own < 0 ? unknown : own) };
  }
  const codes = columns.codes[by];
  if (codes === undefined || isMultiValued(by)) throw new RangeError(`${by} has several values a patient: it makes no groups`);
  return {
    groups: unknown + 1,
    groupOf: (row) => {
      const code = codes[row] ?? NO_CODE;
      return code === NO_CODE ? unknown : code;
    },
  };
}
