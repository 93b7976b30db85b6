import fc from 'fast-check';
import { type Counts, countsOf } from '../partials';
import { histogramFigure } from './histogram';

/** Counts of a summary of white cells, whose steps are thousandths: cell 0 is of those not known. */
const countsOfValues = (values: readonly number[], missing = 0): Counts => {
  const cells = new Map<number, number>([[0, missing]]);
  for (const value of values) {
    const cell = 1 + Math.round(value * 1000);
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return countsOf(cells);
};

describe('histograms', () => {
  it('count by steps that begin at multiples of their width', () => {
    expect(histogramFigure(countsOfValues([3.9, 4, 11.5], 2), 'WBC_AT_DIAGNOSIS', 4, 10)).toEqual({
      bins: [
        { from: 0, to: 4, count: 1 },
        { from: 4, to: 8, count: 1 },
        { from: 8, to: 12, count: 1 },
      ],
      missing: 2,
    });
  });

  it('put every value into a bin that holds it, whatever rounding does to a width', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 30_000 }), { minLength: 1, maxLength: 30 }),
        fc.constantFrom(0.1, 0.3, 0.7, 1.1, 5),
        (steps, width) => {
          const values = steps.map((step) => step / 1000);
          const { bins } = histogramFigure(countsOfValues(values), 'WBC_AT_DIAGNOSIS', width, 1000) ?? { bins: [] };
          for (const { from, to, count } of bins) {
            expect(values.filter((value) => value >= from && value < to)).toHaveLength(count);
          }
          expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        },
      ),
    );
  });

  it('are none of too many bins, and empty of nobody', () => {
    expect(histogramFigure(countsOfValues([1, 300]), 'WBC_AT_DIAGNOSIS', 1, 200)).toBeUndefined();
    expect(histogramFigure(countsOfValues([], 3), 'WBC_AT_DIAGNOSIS', 1, 200)).toEqual({ bins: [], missing: 3 });
  });
});
