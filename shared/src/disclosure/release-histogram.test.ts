import type { HistogramFigure } from '../statistics';
import type { DisclosurePolicy } from './policy';
import { valueOrNull } from './release-count';
import { binMeasure, claimHistogram, type ReleasedHistogram, releaseHistogram } from './release-histogram';
import { loadSuppressionSolver, ReleaseLedger, type SuppressionSolver } from './suppression';

let solver: SuppressionSolver;

beforeAll(async () => {
  solver = await loadSuppressionSolver();
});

const figureOf = (counts: readonly number[], missing = 0): HistogramFigure => ({
  bins: counts.map((count, index) => ({ from: 10 * index, to: 10 * (index + 1), count })),
  missing,
});

const policy = (threshold: number, extremesReleased: boolean): DisclosurePolicy => ({
  threshold,
  minimumCountries: 1,
  extremesReleased,
  note: '',
});

/** A histogram asked for by itself. */
function release(figure: HistogramFigure, asked: DisclosurePolicy): ReleasedHistogram {
  const binned = binMeasure('AGE_AT_DIAGNOSIS', figure, () => 0, asked);
  return releaseHistogram(binned, new ReleaseLedger(solver).admit([claimHistogram(binned)], asked.threshold));
}

const shown = (counts: readonly number[], missing: number, threshold: number, extremesReleased = false) =>
  release(figureOf(counts, missing), policy(threshold, extremesReleased)).bins.map(({ from, to, count }) => [
    from ?? null,
    to ?? null,
    valueOrNull(count),
  ]);

describe('release of histograms', () => {
  it('opens the ends where they would tell the least or the largest value', () => {
    expect(shown([1, 3, 8, 20, 9, 0, 1], 0, 5)).toEqual([
      [null, 30, 12],
      [30, 40, 20],
      [40, null, 10],
    ]);
  });

  it('keeps the ends where extremes may be told, and hides small bins with another', () => {
    expect(shown([1, 8, 20, 9, 0], 0, 5, true)).toEqual([
      [0, 10, null],
      [10, 20, null],
      [20, 30, 20],
      [30, 40, 9],
      [40, 50, 0],
    ]);
  });

  it('hides a small bin in the middle with the next smallest, and those not known as any bin', () => {
    expect(shown([10, 2, 30], 0, 5).map(([, , count]) => count)).toEqual([null, null, 30]);
    const { bins, missing } = release(figureOf([10, 30], 2), policy(5, false));
    expect([valueOrNull(missing), ...bins.map(({ count }) => valueOrNull(count))]).toEqual([null, null, 30]);
  });

  it.each([
    [[], []],
    [[3], [[0, 10, null]]],
    [[2, 1, 1], [[null, null, null]]],
    [[3, 4], [[null, null, 7]]],
  ])('of %j is %j', (counts, bins) => {
    expect(shown(counts, 0, 5)).toEqual(bins);
  });

  it('is exact under k = 1', () => {
    expect(shown([1, 0, 2], 1, 1)).toEqual([
      [0, 10, 1],
      [10, 20, 0],
      [20, 30, 2],
    ]);
  });
});
