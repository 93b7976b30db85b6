import type { Plan, Run } from './plan';
import type { FigureReading, OpenBin } from './read-vector';

/** The next round asks for so many bins of a figure where that is enough to part what is open: a quarter of a megabyte. */
const BINS_A_ROUND = 2 ** 16;
/** However much is open, each bin is parted in so many, so that every round comes nearer to single cells. */
const FEWEST_PARTS = 4;

/**
 * The plan by which to ask again, when there are bins of which it is not known where in them their patients are: those are
 * parted, cells that were counted by themselves and hold somebody stay, and what is empty goes.
 */
export function refinePlan(plan: Plan, { counts, open }: FigureReading): Plan {
  const parts = partsOf(open);
  return [...occupiedRuns(plan, counts.cells), ...open.map((bin) => partedRun(bin, parts))].toSorted(([one], [other]) => one - other);
}

/** The most parts, a power of two, for which there are not too many bins. */
function partsOf(open: readonly OpenBin[]): number {
  const most = Math.max(BINS_A_ROUND, FEWEST_PARTS * open.length);
  const bins = (parts: number): number => open.reduce((total, { start, end }) => total + Math.min(end - start, parts), 0);
  let parts = FEWEST_PARTS;
  while (bins(2 * parts) <= most && bins(2 * parts) > bins(parts)) parts *= 2;
  return parts;
}

function partedRun({ start, end }: OpenBin, parts: number): Run {
  const width = Math.ceil((end - start) / parts);
  return [start, Math.ceil((end - start) / width), width];
}

/** Runs of single cells in which there is somebody. @param cells in order */
function occupiedRuns(plan: Plan, cells: Float64Array): readonly Run[] {
  let next = 0;
  return plan.filter(([start, bins, width]) => {
    if (width > 1) return false;
    while ((cells[next] ?? Number.POSITIVE_INFINITY) < start) next += 1;
    return (cells[next] ?? Number.POSITIVE_INFINITY) < start + bins;
  });
}
