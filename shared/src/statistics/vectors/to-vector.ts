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

/** Cells, runs and rungs are all in order: one walk along them. @returns whether all cells had a bin */
function fillBins({ cells, values }: Counts, { firstCount, plan, ladder }: ScaledPlace, counts: Uint32Array): boolean {
  const rungs = { starts: ladder.starts, firstBin: plan.reduce((bin, [, bins]) => bin + bins, firstCount), rung: 0 };
  const part = { cells, values, from: 0 };
  let firstBin = firstCount;
  for (const [index, [start, bins, width]] of plan.entries()) {
    fillRungs(part, start, rungs, counts);
    fillRun(part, { start, end: endOfRun(plan, index), width, firstBin }, counts);
    firstBin += bins;
  }
  fillRungs(part, ladder.end, rungs, counts);
  return part.from === cells.length;
}

/** Counts from some cell on. */
interface Rest extends Counts {
  /** Of the first cell that is not laid out yet. */
  from: number;
}

interface FilledRun {
  readonly start: number;
  readonly end: number;
  readonly width: number;
  readonly firstBin: number;
}

interface Rungs {
  readonly starts: Float64Array;
  readonly firstBin: number;
  /** That of the latest cell. */
  rung: number;
}

function fillRun(rest: Rest, { start, end, width, firstBin }: FilledRun, counts: Uint32Array): void {
  const { cells, values } = rest;
  let index = rest.from;
  for (; index < cells.length; index += 1) {
    const cell = cells[index] ?? 0;
    if (cell >= end) break;
    const bin = firstBin + (width === 1 ? cell - start : Math.floor((cell - start) / width));
    counts[bin] = (counts[bin] ?? 0) + (values[index] ?? 0);
  }
  rest.from = index;
}

/** Lays out the cells before another one on the ladder. */
function fillRungs(rest: Rest, end: number, rungs: Rungs, counts: Uint32Array): void {
  const { cells, values } = rest;
  const { starts, firstBin } = rungs;
  let { rung } = rungs;
  let index = rest.from;
  for (; index < cells.length; index += 1) {
    const cell = cells[index] ?? 0;
    if (cell >= end) break;
    while ((starts[rung + 1] ?? Number.POSITIVE_INFINITY) <= cell) rung += 1;
    counts[firstBin + rung] = (counts[firstBin + rung] ?? 0) + (values[index] ?? 0);
  }
  rungs.rung = rung;
  rest.from = index;
}
