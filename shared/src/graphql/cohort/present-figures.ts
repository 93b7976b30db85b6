import {
  type Released,
  type ReleasedFrequencies,
  type ReleasedHistogram,
  type ReleasedMilestone,
  type ReleasedRow,
  type ReleasedSummary,
  valueOrNull,
} from '../../disclosure';
import type { Count, FrequencyRow, FrequencyTable, MeasureSummary } from './cohort-types';
import type { Histogram, MilestoneTable } from './table-types';

/** Released figures in the API's form, where a suppressed number is null beside a flag. */

export function presentCount(count: Released<number>): Count {
  return { value: valueOrNull(count), suppressed: count.suppressed };
}

export function presentFrequencies({ rows, total, missing }: ReleasedFrequencies): FrequencyTable {
  return { rows: rows.map(presentRow), total: presentCount(total), missing: presentCount(missing) };
}

function presentRow({ value, count, share, cells }: ReleasedRow): FrequencyRow {
  const shown = valueOrNull(share);
  return {
    value,
    count: valueOrNull(count),
    percent: shown?.percent ?? null,
    lower: shown?.lower ?? null,
    upper: shown?.upper ?? null,
    suppressed: count.suppressed,
    cells:
      cells?.map((cell) => ({
        value: cell.value,
        count: valueOrNull(cell.count),
        percentOfRow: valueOrNull(cell.percentOfRow),
        suppressed: cell.count.suppressed,
      })) ?? null,
  };
}

export function presentSummary({ group, n, missing, figures }: ReleasedSummary): MeasureSummary {
  const shown = valueOrNull(figures);
  return {
    group: group ?? null,
    n: presentCount(n),
    missing: presentCount(missing),
    mean: shown?.mean ?? null,
    standardDeviation: shown?.standardDeviation ?? null,
    median: shown?.median ?? null,
    lowerQuartile: shown?.lowerQuartile ?? null,
    upperQuartile: shown?.upperQuartile ?? null,
    minimum: shown?.minimum ?? null,
    maximum: shown?.maximum ?? null,
    suppressed: n.suppressed,
  };
}

export function presentHistogram({ bins, missing }: ReleasedHistogram): Histogram {
  return {
    bins: bins.map(({ from, to, count }) => ({
      from: from ?? null,
      to: to ?? null,
      count: valueOrNull(count),
      suppressed: count.suppressed,
    })),
    missing: presentCount(missing),
  };
}

export function presentMilestone({ month, classes }: ReleasedMilestone): MilestoneTable {
  return { month, evaluable: presentCount(classes.total), rows: classes.rows.map(presentRow) };
}
