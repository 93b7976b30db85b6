import { type Counts, countAt, frequencyLayout } from '../partials';
import type { CohortVariable } from '../variables';

/** Exact counts of a table, before disclosure control. Rows and columns that nobody is in are left out. */
export interface FrequencyFigure {
  readonly values: readonly string[];
  /** Values of the second variable; undefined in a one-way table. */
  readonly byValues: readonly string[] | undefined;
  /** `cells[row][column]`; the last column holds patients whose second value is not known (a one-way table has just one column). */
  readonly cells: readonly (readonly number[])[];
  /** A row like those of `cells`, of patients for whom the first variable is not known; all 0 of a multi-valued one. */
  readonly unknown: readonly number[];
  /** Patients for whom the variable is known, each once: the denominator of percentages. */
  readonly total: number;
  /** Where a patient may stand in several rows, so that they add up to more than the total: each patient once, by column. */
  readonly patients: readonly number[] | undefined;
}

/** Reads the exact table out of pooled counts. */
export function frequencyFigure(
  counts: Counts,
  of: CohortVariable,
  by: CohortVariable | undefined,
  countries: readonly string[],
): FrequencyFigure {
  const layout = frequencyLayout(of, by, countries);
  const row = (index: number): readonly number[] =>
    Array.from({ length: layout.columns }, (_, column) => countAt(counts, index * layout.columns + column));
  const rows = layout.values.map((value, index) => ({ value, cells: row(index) })).filter(({ cells }) => sum(cells) > 0);
  const patients = layout.patientRow === undefined ? undefined : row(layout.patientRow);
  // presence of a mutation or event is always known: who has none is in the denominator, not missing
  const unknown = patients ? row(layout.unknownRow).map(() => 0) : row(layout.unknownRow);
  const kept = keptColumns(layout.byValues, [...rows.map(({ cells }) => cells), unknown, ...(patients ? [patients] : [])]);
  const pick = (cells: readonly number[]): readonly number[] =>
    layout.byValues ? [...kept.map((column) => cells[column] ?? 0), cells.at(-1) ?? 0] : cells;
  return {
    values: rows.map(({ value }) => value),
    byValues: layout.byValues && kept.map((column) => layout.byValues?.[column] ?? ''),
    cells: rows.map(({ cells }) => pick(cells)),
    unknown: pick(unknown),
    total: patients ? sum(patients) : rows.reduce((total, { cells }) => total + sum(cells), 0),
    patients: patients && pick(patients),
  };
}

function keptColumns(byValues: readonly string[] | undefined, rows: readonly (readonly number[])[]): readonly number[] {
  return (byValues ?? []).map((_, column) => column).filter((column) => rows.some((cells) => (cells[column] ?? 0) > 0));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
