import type { HistogramFigure } from '../statistics';
import type { DisclosurePolicy } from './policy';
import { type Released, released, SUPPRESSED } from './release-count';
import { suppressLine } from './suppress-line';

/** A bin after the gate; an absent end is open. */
export interface ReleasedBin {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly count: Released<number>;
}

export interface ReleasedHistogram {
  readonly bins: readonly ReleasedBin[];
  readonly missing: Released<number>;
}

type Bin = Omit<ReleasedBin, 'count'> & { readonly count: number };

/**
 * Passes a histogram through the gate: the bins and those not known are cells that add up to the cohort. Unless extremes are
 * released, small bins at either end become one that is open to that side, lest the ends tell the least and the largest value.
 */
export function releaseHistogram({ bins, missing }: HistogramFigure, policy: DisclosurePolicy): ReleasedHistogram {
  const { threshold, extremesReleased } = policy;
  const shown = extremesReleased ? bins : openEnded(bins, threshold);
  const hidden = suppressLine([...shown.map(({ count }) => count), missing], threshold);
  return {
    bins: shown.map(({ from, to, count }, index) => ({ from, to, count: hidden[index] ? SUPPRESSED : released(count) })),
    missing: hidden.at(-1) ? SUPPRESSED : released(missing),
  };
}

function openEnded(bins: readonly Bin[], threshold: number): readonly Bin[] {
  const low = binsThatHold(bins, threshold);
  const high = binsThatHold(bins.toReversed(), threshold);
  if (low <= 1 && high <= 1) return bins;
  if (low + high > bins.length) return [{ from: undefined, to: undefined, count: countOf(bins) }];
  const lowest = { from: low > 1 ? undefined : bins[0]?.from, to: bins[low - 1]?.to, count: countOf(bins.slice(0, low)) };
  const highest = { from: bins.at(-high)?.from, to: high > 1 ? undefined : bins.at(-1)?.to, count: countOf(bins.slice(-high)) };
  return [lowest, ...bins.slice(low, -high), highest];
}

/** How many of the first bins it takes to hold k patients; all of them where they don't. */
function binsThatHold(bins: readonly Bin[], threshold: number): number {
  const enough = bins.findIndex((_, index) => countOf(bins.slice(0, index + 1)) >= threshold);
  return enough < 0 ? bins.length : enough + 1;
}

function countOf(bins: readonly Bin[]): number {
  return bins.reduce((sum, { count }) => sum + count, 0);
}
