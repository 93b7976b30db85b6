import type { CountBetween, HistogramFigure, Measure } from '../statistics';
import { knownSet, leaf, unknownSet } from './patient-sets';
import type { DisclosurePolicy } from './policy';
import { type Released, releaseUnlessHidden } from './release-count';
import { type CountClaims, crossDivisions, EVERYBODY, type HiddenCounts, WHOLE_COHORT } from './suppression';

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

/** A histogram as it may be shown, as far as its bins go: their counts are still exact. */
export interface BinnedMeasure {
  readonly of: Measure;
  readonly bins: readonly Bin[];
  readonly missing: number;
  readonly countBetween: CountBetween;
}

/**
 * Sets the bins that may be shown. Unless extremes are released, small bins at either end become one that is open to that
 * side, lest the ends tell the least and the largest value.
 */
export function binMeasure(
  of: Measure,
  { bins, missing }: HistogramFigure,
  countBetween: CountBetween,
  { threshold, extremesReleased }: DisclosurePolicy,
): BinnedMeasure {
  return { of, bins: extremesReleased ? bins : openEnded(bins, threshold), missing, countBetween };
}

/** What a histogram tells: bins and those not known add up to the cohort, and may cut across other divisions of the measure. */
export function claimHistogram({ of, bins, missing, countBetween }: BinnedMeasure): CountClaims {
  const names = bins.map((bin) => binSet(of, bin));
  const parts = [{ name: knownSet(of), parts: names.map(leaf) }, leaf(unknownSet(of))];
  const side = { division: { name: EVERYBODY, parts }, names: [...names, unknownSet(of)] };
  const claims = crossDivisions(WHOLE_COHORT, side, [[...bins.map(({ count }) => count), missing]]);
  const scale = { measure: of, depth: 2, bins: bins.map(({ from, to }, index) => ({ name: names[index] ?? '', from, to })), countBetween };
  return { ...claims, scales: [scale] };
}

/** Passes a histogram through the gate. */
export function releaseHistogram({ of, bins, missing }: BinnedMeasure, hidden: HiddenCounts): ReleasedHistogram {
  return {
    bins: bins.map((bin) => ({ from: bin.from, to: bin.to, count: releaseUnlessHidden(bin.count, binSet(of, bin), hidden) })),
    missing: releaseUnlessHidden(missing, unknownSet(of), hidden),
  };
}

function binSet(of: Measure, { from, to }: Pick<Bin, 'from' | 'to'>): string {
  return `${of} from ${from ?? 'the least'} to below ${to ?? 'the largest'}`;
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
