import type { CaseColumns, MultiValuedColumn } from './case-columns';

type Values = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Some rows of columns as columns of their own. @param rows of which those beyond the last are left out */
export function pickRows(columns: CaseColumns, rows: readonly number[]): CaseColumns {
  const there = rows.filter((row) => row < columns.size);
  const pick = <A extends Values>(column: A): A => pickValues(column, there);
  return {
    size: there.length,
    registries: columns.registries,
    caseNumbers: pick(columns.caseNumbers),
    membership: pick(columns.membership),
    derivationVersions: pick(columns.derivationVersions),
    codes: mapValues(columns.codes, pick),
    multiValued: mapValues(columns.multiValued, (column) => pickLists(column, there)),
    steps: mapValues(columns.steps, pick),
    days: mapValues(columns.days, pick),
    milestones: mapValues(columns.milestones, (months) => months.map(pick)),
    declared: {
      codes: mapValues(columns.declared.codes, pick),
      steps: mapValues(columns.declared.steps, pick),
      days: mapValues(columns.declared.days, pick),
    },
  };
}

function pickValues<A extends Values>(column: A, rows: readonly number[]): A {
  const picked = column.slice(0, rows.length) as A;
  for (const [index, row] of rows.entries()) picked[index] = column[row] ?? 0;
  return picked;
}

function pickLists({ starts, codes }: MultiValuedColumn, rows: readonly number[]): MultiValuedColumn {
  const lists = rows.map((row) => codes.subarray(starts[row], starts[row + 1]));
  const ends = new Uint32Array(rows.length + 1);
  for (const [index, { length }] of lists.entries()) ends[index + 1] = (ends[index] ?? 0) + length;
  const picked = new Uint16Array(ends[rows.length] ?? 0);
  for (const [index, list] of lists.entries()) picked.set(list, ends[index]);
  return { starts: ends, codes: picked };
}

function mapValues<T extends object, V>(columns: T, map: (column: V & Exclude<T[keyof T], undefined>) => V): T {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, map(column)])) as T;
}
