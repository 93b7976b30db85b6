import { elnClasses } from '../../domain';
import { milestoneMonths } from '../columns';
import { COHORT_CELL, type Counts, countAt, milestoneCell } from '../partials';
import type { FrequencyFigure } from './frequency-table';

/** The classes of response at one milestone, of those who could be evaluated there. */
export interface MilestoneFigure {
  /** Calendar months since the start of imatinib. */
  readonly month: number;
  /** Who is not in it has not reached the milestone, or was not evaluable at it. */
  readonly classes: FrequencyFigure;
}

/** Reads exact milestones out of pooled counts, in time order; a milestone nobody could be evaluated at has no rows. */
export function milestoneFigures(counts: Counts): readonly MilestoneFigure[] {
  const inCohort = countAt(counts, COHORT_CELL);
  return milestoneMonths.map((month, milestone) => {
    const rows = elnClasses
      .map((value, code) => ({ value, count: countAt(counts, milestoneCell(milestone, code)) }))
      .filter(({ value, count }) => value !== 'NOT_EVALUABLE' && count > 0);
    const evaluable = rows.reduce((sum, { count }) => sum + count, 0);
    return {
      month,
      classes: {
        values: rows.map(({ value }) => value),
        byValues: undefined,
        cells: rows.map(({ count }) => [count]),
        unknown: [inCohort - evaluable],
        total: evaluable,
        patients: undefined,
      },
    };
  });
}
