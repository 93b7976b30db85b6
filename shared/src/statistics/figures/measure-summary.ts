import { type CohortMeasure, valueOfSteps } from '../measures';
import { type Counts, cellsBetween, countAt, SUMMARY_CELLS_PER_GROUP } from '../partials';
import { type CohortVariable, valuesOf } from '../variables';

/** Exact figures of a measure in one group, before disclosure control; moments are undefined where n is too small for them. */
export interface MeasureFigure {
  /** The value of `by`; undefined for the whole cohort. */
  readonly group: string | undefined;
  readonly n: number;
  readonly missing: number;
  readonly mean: number | undefined;
  readonly standardDeviation: number | undefined;
  readonly minimum: number | undefined;
  readonly lowerQuartile: number | undefined;
  readonly median: number | undefined;
  readonly upperQuartile: number | undefined;
  readonly maximum: number | undefined;
}

/** Groups of a summary in value order, the groups nobody is in left out, with those whose group is not known apart. */
export interface SummaryFigure {
  readonly groups: readonly MeasureFigure[];
  /** Patients whose group is not known: in no group, but in the cohort. */
  readonly ungrouped: { readonly n: number; readonly missing: number };
}

/** Distinct values in ascending order, with the number of patients who have each. */
export interface ValueCounts {
  readonly values: Float64Array;
  readonly counts: Float64Array;
}

/** Reads exact summaries out of pooled counts. */
export function summaryFigure(
  counts: Counts,
  of: CohortMeasure,
  by: CohortVariable | undefined,
  countries: readonly string[],
): SummaryFigure {
  const groups = by ? valuesOf(by, countries) : [undefined];
  const figures = Array.from({ length: groups.length + 1 }, (_, group) => {
    const firstCell = group * SUMMARY_CELLS_PER_GROUP;
    const missing = countAt(counts, firstCell);
    const own = cellsBetween(counts, firstCell + 1, firstCell + SUMMARY_CELLS_PER_GROUP);
    const values = own.cells.map((cell) => valueOfSteps(of, cell - firstCell - 1));
    return describe(groups[group], missing, { values, counts: own.values });
  });
  const { n, missing } = figures.at(-1) ?? { n: 0, missing: 0 };
  return {
    groups: figures.slice(0, -1).filter((figure) => by === undefined || figure.n + figure.missing > 0),
    ungrouped: { n, missing },
  };
}

function describe(group: string | undefined, missing: number, sample: ValueCounts): MeasureFigure {
  const { values, counts } = sample;
  const n = counts.reduce((total, count) => total + count, 0);
  const mean = n === 0 ? undefined : values.reduce((total, value, index) => total + value * (counts[index] ?? 0), 0) / n;
  return {
    group,
    n,
    missing,
    mean,
    standardDeviation: mean === undefined || n < 2 ? undefined : standardDeviation(sample, n, mean),
    minimum: values[0],
    lowerQuartile: quantile(sample, n, 0.25),
    median: quantile(sample, n, 0.5),
    upperQuartile: quantile(sample, n, 0.75),
    maximum: values.at(-1),
  };
}

/** Of a sample: the sum of squares is divided by n − 1. */
function standardDeviation({ values, counts }: ValueCounts, n: number, mean: number): number {
  const squares = values.reduce((total, value, index) => total + (counts[index] ?? 0) * (value - mean) ** 2, 0);
  return Math.sqrt(squares / (n - 1));
}

/**
 * Quantile by linear interpolation of order statistics, type 7 of Hyndman and Fan (Am Stat 1996;50:361): R's default.
 *
 * @param n the number of patients @param probability 0 to 1
 * @returns undefined of an empty sample
 */
export function quantile(sample: ValueCounts, n: number, probability: number): number | undefined {
  if (n === 0) return undefined;
  const position = (n - 1) * probability;
  const below = orderStatistic(sample, Math.floor(position));
  const above = orderStatistic(sample, Math.ceil(position));
  return below + (above - below) * (position - Math.floor(position));
}

function orderStatistic({ values, counts }: ValueCounts, rank: number): number {
  let seen = 0;
  for (let index = 0; index < values.length; index += 1) {
    seen += counts[index] ?? 0;
    if (seen > rank) return values[index] ?? Number.NaN;
  }
  return values.at(-1) ?? Number.NaN;
}
