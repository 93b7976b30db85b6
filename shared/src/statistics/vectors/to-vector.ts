import type { SumVector } from '../../masking';
import { type Counts, countAt } from '../partials';
import { endOfRun } from './plan';

import type { ScaledPlace, VectorLayout, WholePlace } from './vector-layout';

const HALF_BITS = 32n;

/**
 * Lays out one country's counts of a question's figures: whatever its patients are, the vector has the layout's length, and every
 * patient is in it.
 *
 * @throws RangeError when a count is beyond its figure's cells
 */
export function toVector({ places, counts, sums }: VectorLayout, figures: readonly Counts[]): SumVector {
  const vector = { counts: new Uint32Array(counts), fixed: new BigUint64Array(sums) };
  for (const [index, place] of places.entries()) {
    const figure = figures[index];
    if (figure === undefined) continue;
    if (place.kind === 'whole') copyCells(figure, place, vector);
    else if (!fillBins(figure, place, vector.counts)) throw new RangeError('a count is beyond the cells of its figure');
  }
  return vector;
}

function copyCells(figure: Counts, { firstCount, counts, firstSum, sums }: WholePlace, vector: SumVector): void {
  if ((figure.cells.at(-1) ?? 0) >= counts + 2 * sums) throw new RangeError('a count is beyond the cells of its figure');
  for (const [index, cell] of figure.cells.entries()) {
    if (cell < counts) vector.counts[firstCount + cell] = figure.values[index] ?? 0;
  }
  for (let sum = 0; sum < sums; sum += 1) {
    const [lower, upper] = [countAt(figure, counts + 2 * sum), countAt(figure, counts + 2 * sum + 1)];
    vector.fixed[firstSum + sum] = (BigInt(upper) << HALF_BITS) + BigInt(lower);
  }
}

/** Cells and bins are both in order: one walk along both. @returns whether all cells had a bin */
function fillBins({ cells, values }: Counts, { firstCount, plan, ladder }: ScaledPlace, counts: Uint32Array): boolean {
  const { starts, end } = ladder;
  let run = -1;
  let [start, width, runEnd, firstBin] = [0, 1, 0, firstCount];
  let [nextStart, nextBin] = [plan[0]?.[0] ?? Number.POSITIVE_INFINITY, firstCount];
  const firstRung = plan.reduce((bin, [, bins]) => bin + bins, firstCount);
  let rung = 0;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] ?? 0;
    if (cell >= end) return false;
    while (cell >= nextStart) {
      run += 1;
      const [from, bins, of] = plan[run] ?? [0, 0, 1];
      [start, width, runEnd, firstBin] = [from, of, endOfRun(plan, run), nextBin];
      nextBin += bins;
      nextStart = plan[run + 1]?.[0] ?? Number.POSITIVE_INFINITY;
    }
    let bin: number;
    if (cell < runEnd) {
      bin = firstBin + Math.floor((cell - start) / width);
    } else {
      while ((starts[rung + 1] ?? end) <= cell) rung += 1;
      bin = firstRung + rung;
    }
    counts[bin] = (counts[bin] ?? 0) + (values[index] ?? 0);
  }
  return true;
}
