import { type Measure, valueOfSteps } from '../measures';
import { type Counts, SUMMARY_CELLS_PER_GROUP } from '../partials';
import { type Variable, valuesOf } from '../variables';

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

/** A value with the number of patients who have it. */
type ValueCount = readonly [value: number, count: number];

/** Reads exact summaries out of pooled counts. */
export function summaryFigure(counts: Counts, of: Measure, by: Variable | undefined, countries: readonly string[]): SummaryFigure {
  const groups = by ? valuesOf(by, countries) : [undefined];
  const cells = Array.from({ length: groups.length + 1 }, () => ({ missing: 0, values: [] as ValueCount[] }));
  for (const [index, cell] of counts.cells.entries()) {
    const count = counts.values[index] ?? 0;
    const group = cells[Math.floor(cell / SUMMARY_CELLS_PER_GROUP)];
    const position = cell % SUMMARY_CELLS_PER_GROUP;
    if (group && position === 0) group.missing += count;
    else group?.values.push([valueOfSteps(of, position - 1), count]);
  }
  const figures = cells.map(({ missing, values }, index) => describe(groups[index], missing, values));
  const { n, missing } = figures.at(-1) ?? { n: 0, missing: 0 };
  return {
    groups: figures.slice(0, -1).filter((figure) => by === undefined || figure.n + figure.missing > 0),
    ungrouped: { n, missing },
  };
}

function describe(group: string | undefined, missing: number, counts: readonly ValueCount[]): MeasureFigure {
  const sorted = counts.toSorted(([a], [b]) => a - b);
  const n = sorted.reduce((total, [, count]) => total + count, 0);
  const mean = n === 0 ? undefined : sorted.reduce((total, [value, count]) => total + value * count, 0) / n;
  return {
    group,
    n,
    missing,
    mean,
    standardDeviation: mean === undefined || n < 2 ? undefined : standardDeviation(sorted, n, mean),
    minimum: sorted[0]?.[0],
    lowerQuartile: quantile(sorted, n, 0.25),
    median: quantile(sorted, n, 0.5),
    upperQuartile: quantile(sorted, n, 0.75),
    maximum: sorted.at(-1)?.[0],
  };
}

/** Of a sample: the sum of squares is divided by n − 1. */
function standardDeviation(counts: readonly ValueCount[], n: number, mean: number): number {
  const squares = counts.reduce((total, [value, count]) => total + count * (value - mean) ** 2, 0);
  return Math.sqrt(squares / (n - 1));
}

/**
 * Quantile by linear interpolation of order statistics, type 7 of Hyndman and Fan (Am Stat 1996;50:361): R's default.
 *
 * @param sorted values in ascending order with their counts @param n their total @param probability 0 to 1
 * @returns undefined of an empty sample
 */
export function quantile(sorted: readonly ValueCount[], n: number, probability: number): number | undefined {
  if (n === 0) return undefined;
  const position = (n - 1) * probability;
  const below = orderStatistic(sorted, Math.floor(position));
  const above = orderStatistic(sorted, Math.ceil(position));
  return below + (above - below) * (position - Math.floor(position));
}

function orderStatistic(sorted: readonly ValueCount[], rank: number): number {
  let seen = 0;
  for (const [value, count] of sorted) {
    seen += count;
    if (seen > rank) return value;
  }
  return sorted.at(-1)?.[0] ?? Number.NaN;
}
