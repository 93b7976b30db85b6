import type { SumVector } from '../../masking';
import { addCounts, type Counts, countsOf } from '../partials';
import { binsIn, endOfRun, type Plan } from './plan';

import type { ScaledPlace, VectorLayout, WholePlace } from './vector-layout';

/** Cells of which it is known that there is somebody in one of them. */
export interface OpenBin {
  readonly start: number;
  readonly end: number;
}

/** What pooled bins tell of a figure. */
export interface FigureReading {
  /** Of cells that were counted by themselves: all of the figure when nothing is open. */
  readonly counts: Counts;
  /** In order. */
  readonly open: readonly OpenBin[];
}

const HALF_BITS = 32n;
const HALF_MASK = 0xffff_ffffn;

/** Reads the figures out of a pooled vector. @throws RangeError when the vector is of another layout */
export function readVector({ places, counts, sums }: VectorLayout, vector: SumVector): readonly FigureReading[] {
  if (vector.counts.length !== counts || vector.fixed.length !== sums) throw new RangeError('the vector is of another layout');
  return places.map((place) => (place.kind === 'whole' ? { counts: readCells(place, vector), open: [] } : readBins(place, vector.counts)));
}

function readCells({ firstCount, counts, firstSum, sums }: WholePlace, vector: SumVector): Counts {
  const cells: (readonly [number, number])[] = [];
  for (let cell = 0; cell < counts; cell += 1) cells.push([cell, vector.counts[firstCount + cell] ?? 0]);
  for (let sum = 0; sum < sums; sum += 1) {
    const word = vector.fixed[firstSum + sum] ?? 0n;
    const cell = counts + 2 * sum;
    cells.push([cell, Number(word & HALF_MASK)], [cell + 1, Number(word >> HALF_BITS)]);
  }
  return countsOf(cells);
}

function readBins({ firstCount, plan, ladder }: ScaledPlace, counts: Uint32Array): FigureReading {
  const open: OpenBin[] = [];
  const inPlan = new OccupiedCells(counts, binsIn(plan));
  let bin = firstCount;
  for (const [index, [start, bins, width]] of plan.entries()) {
    const end = endOfRun(plan, index);
    if (width === 1) inPlan.read(bin, bins, start);
    else readWide(counts, bin, [start, bins, width], end, open);
    bin += bins;
  }
  const onLadder = new OccupiedCells(counts, ladder.starts.length);
  for (const [rung, start] of ladder.starts.entries()) {
    const end = ladder.starts[rung + 1] ?? ladder.end;
    if (end - start === 1) onLadder.read(bin + rung, 1, start);
    else if (counts[bin + rung] !== 0) open.push(...outside(plan, { start, end }));
  }
  return { counts: addCounts([inPlan.found, onLadder.found]), open: open.toSorted((one, other) => one.start - other.start) };
}

function readWide(counts: Uint32Array, firstBin: number, [start, bins, width]: Plan[number], end: number, open: OpenBin[]): void {
  for (let bin = 0; bin < bins; bin += 1) {
    const from = start + bin * width;
    if (counts[firstBin + bin] !== 0) open.push({ start: from, end: Math.min(from + width, end) });
  }
}

/** The parts of a bin that are in no run. */
function outside(plan: Plan, { start, end }: OpenBin): readonly OpenBin[] {
  const parts: OpenBin[] = [];
  let from = start;
  for (let index = firstRunFrom(plan, start); index < plan.length; index += 1) {
    const [runStart] = plan[index] ?? [end];
    if (runStart >= end) break;
    if (runStart > from) parts.push({ start: from, end: runStart });
    from = Math.max(from, endOfRun(plan, index));
  }
  if (from < end) parts.push({ start: from, end });
  return parts;
}

/** The first run that may reach beyond a cell. */
function firstRunFrom(plan: Plan, cell: number): number {
  let low = 0;
  let high = plan.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (endOfRun(plan, middle) <= cell) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Gathers cells that were counted by themselves, in order. */
class OccupiedCells {
  private readonly cells: Float64Array;
  private readonly values: Float64Array;
  private used = 0;

  /** @param most how many there may be */
  constructor(
    private readonly counts: Uint32Array,
    most: number,
  ) {
    this.cells = new Float64Array(most);
    this.values = new Float64Array(most);
  }

  get found(): Counts {
    return { cells: this.cells.subarray(0, this.used), values: this.values.subarray(0, this.used) };
  }

  read(firstBin: number, bins: number, firstCell: number): void {
    const { counts, cells, values } = this;
    let { used } = this;
    for (let bin = 0; bin < bins; bin += 1) {
      const count = counts[firstBin + bin] ?? 0;
      if (count === 0) continue;
      cells[used] = firstCell + bin;
      values[used] = count;
      used += 1;
    }
    this.used = used;
  }
}
