import { type Measure, valueOfSteps } from '../measures';
import { type Counts, SUMMARY_CELLS_PER_GROUP } from '../partials';

/** Patients whose value is at least `from` and below `to`. */
export interface HistogramBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Exact counts by equal steps of a measure, from the lowest bin anybody is in to the highest, before disclosure control. */
export interface HistogramFigure {
  readonly bins: readonly HistogramBin[];
  readonly missing: number;
}

/**
 * Reads a histogram out of the pooled counts of a summary without groups. Bins begin at multiples of their width.
 *
 * @param width above 0, in the measure's unit
 * @returns undefined when there would be more than `mostBins` of them
 */
export function histogramFigure(counts: Counts, of: Measure, width: number, mostBins: number): HistogramFigure | undefined {
  let missing = 0;
  const byBin = new Map<number, number>();
  for (const [index, cell] of counts.cells.entries()) {
    const count = counts.values[index] ?? 0;
    const position = cell % SUMMARY_CELLS_PER_GROUP;
    if (position === 0) {
      missing += count;
      continue;
    }
    const bin = binOf(valueOfSteps(of, position - 1), width);
    byBin.set(bin, (byBin.get(bin) ?? 0) + count);
  }
  const [first, last] = [Math.min(...byBin.keys()), Math.max(...byBin.keys())];
  if (byBin.size === 0) return { bins: [], missing };
  if (last - first >= mostBins) return undefined;
  const bins = Array.from({ length: last - first + 1 }, (_, offset) => {
    const bin = first + offset;
    return { from: bin * width, to: (bin + 1) * width, count: byBin.get(bin) ?? 0 };
  });
  return { bins, missing };
}

/** How many patients have a value of at least `from` and below `to`, both in the measure's unit. */
export type CountBetween = (from: number, to: number) => number;

/** Counts between any two values, out of the pooled counts of a summary without groups. */
export function countBetween({ cells, values }: Counts, of: Measure): CountBetween {
  return (from, to) =>
    cells.reduce((count, cell, index) => {
      const position = cell % SUMMARY_CELLS_PER_GROUP;
      const value = valueOfSteps(of, position - 1);
      return position > 0 && value >= from && value < to ? count + (values[index] ?? 0) : count;
    }, 0);
}

/** The bin whose lower end, as it will be printed, is the last one not above the value. */
function binOf(value: number, width: number): number {
  const bin = Math.floor(value / width);
  // a quotient may be rounded over a multiple of the width: 0.3 / 0.1 is below 3
  if ((bin + 1) * width <= value) return bin + 1;
  return bin * width > value ? bin - 1 : bin;
}
