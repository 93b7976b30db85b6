import { NO_CODE } from '../columns/case-columns';
import { variableCodes } from '../columns/variable-codes';
import { type CohortVariable, valuesOf } from '../variables';
import type { CohortRows } from './cohort-rows';

/** The group of each of some rows by a single-valued variable: the value's index, or the number of values when not known. */
export interface RowGroups {
  /** Number of groups, the last of them "not known". */
  readonly groups: number;
  /** A group a row, in the order of the rows. */
  readonly groupOf: Uint16Array;
}

/** Groups the rows of one country by a variable; without one, all rows are group 0 of one. */
export function rowGroups({ columns, rows, country, countries }: CohortRows, by: CohortVariable | undefined): RowGroups {
  const groupOf = new Uint16Array(rows.length);
  if (by === undefined) return { groups: 1, groupOf };
  const unknown = valuesOf(by, countries).length;
  fillGroups(variableCodes(columns, country, countries, by), rows, unknown, groupOf);
  return { groups: unknown + 1, groupOf };
}

function fillGroups(codes: Uint16Array, rows: Uint32Array, unknown: number, groupOf: Uint16Array): void {
  for (let index = 0; index < rows.length; index += 1) {
    const code = codes[rows[index] ?? 0] ?? NO_CODE;
    groupOf[index] = code === NO_CODE ? unknown : code;
  }
}
