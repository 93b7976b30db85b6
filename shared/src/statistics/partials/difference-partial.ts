import type { CohortFilter } from '../cohort-filter';
import { countShared, emptyRowSet, type RowSet, selectRowSet } from '../columns';
import type { DifferencesQuestion } from '../question';
import type { CohortRows } from './cohort-rows';
import { type Counts, countAt, countsOf } from './counts';

/** Cells: the cohort's patients, then for each other cohort those in the first alone, those in the other alone, and the other's. */
const SIZE_CELL = 0;
const CELLS_OF_OTHER = 3;

function otherCell(other: number): number {
  return 1 + other * CELLS_OF_OTHER;
}

/** How many cells such a figure has. */
export function differenceCells({ others }: DifferencesQuestion): number {
  return otherCell(others.length);
}

/** What a cohort and another one do not share, as far as the countries that answered know. */
export interface CohortDifference {
  /** Patients of the cohort who are not in the other. */
  readonly onlyHere: number;
  /** Patients of the other who are not in the cohort. */
  readonly onlyThere: number;
  /** Patients of the other. */
  readonly there: number;
}

/**
 * Counts one country's patients by which of the cohorts they are in, without saying who is in any. A country belongs to a
 * cohort as it was answered only where it answered.
 */
export function differencePartial(cohort: CohortRows, { others }: DifferencesQuestion): Counts {
  const { columns, country, filter } = cohort;
  const theirs = others.map((other) => (other.countries.includes(country) ? members(cohort, other.filter) : emptyRowSet(columns.size)));
  return differenceCounts(members(cohort, filter), theirs);
}

/** The same from the members themselves: rows of the same columns, or cases of the same registry. */
export function differenceCounts(here: RowSet, others: readonly RowSet[]): Counts {
  const cells: (readonly [number, number])[] = [[SIZE_CELL, here.count]];
  for (const [index, there] of others.entries()) {
    const both = countShared(here, there);
    const first = otherCell(index);
    cells.push([first, here.count - both], [first + 1, there.count - both], [first + 2, there.count]);
  }
  return countsOf(cells);
}

/** The cohort's size, and what it does not share with each of the others, from the counts of all countries that answered. */
export function readDifferences(
  counts: Counts,
  { others }: DifferencesQuestion,
): { readonly size: number; readonly differences: readonly CohortDifference[] } {
  const differences = others.map((_, index) => {
    const first = otherCell(index);
    return { onlyHere: countAt(counts, first), onlyThere: countAt(counts, first + 1), there: countAt(counts, first + 2) };
  });
  return { size: countAt(counts, SIZE_CELL), differences };
}

function members({ columns, country, scope, cache }: CohortRows, filter: CohortFilter): RowSet {
  return selectRowSet(columns, country, filter, scope, (key, select) => cache.rows(columns, key, select));
}
