import { elnClasses } from '../../domain';
import { milestoneMonths, NO_CLASS } from '../columns/case-columns';
import type { MilestonesQuestion } from '../question';
import type { CohortRows } from './cohort-rows';
import { type Counts, countsOf } from './counts';

/**
 * Cells of an edition's milestones: the cohort's patients, then for each milestone one for each class of response, in the
 * order of their lists. A patient who has not reached a milestone is in none of its cells.
 */
export const COHORT_CELL = 0;

export function milestoneCell(milestone: number, response: number): number {
  return 1 + milestone * elnClasses.length + response;
}

/** Counts one country's patients by class of response at each milestone. */
export function milestonePartial({ columns, rows }: CohortRows, { edition }: MilestonesQuestion): Counts {
  const cells: (readonly [number, number])[] = [[COHORT_CELL, rows.length]];
  for (const milestone of milestoneMonths.keys()) {
    const counts = new Uint32Array(NO_CLASS + 1);
    countClasses(columns.milestones[edition][milestone] ?? new Uint8Array(), rows, counts);
    for (const response of elnClasses.keys()) cells.push([milestoneCell(milestone, response), counts[response] ?? 0]);
  }
  return countsOf(cells);
}

function countClasses(classes: Uint8Array, rows: Uint32Array, counts: Uint32Array): void {
  for (let index = 0; index < rows.length; index += 1) {
    const response = classes[rows[index] ?? 0] ?? NO_CLASS;
    counts[response] = (counts[response] ?? 0) + 1;
  }
}
