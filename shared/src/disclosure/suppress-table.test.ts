import fc from 'fast-check';
import { suppressLine } from './suppress-line';
import { suppressTable } from './suppress-table';

const K = 5;

describe('suppression along a line', () => {
  it.each([
    ['nothing small', [10, 0, 7], [false, false, false]],
    ['zero is no patient', [0, 12], [false, false]],
    ['a small cell takes the next smallest with it', [4, 236, 10, 13], [true, false, true, false]],
    ['k − 1 is small, k is not', [4, 5, 6], [true, true, false]],
    ['two small cells protect each other when they hold k together', [3, 2, 100], [true, true, false]],
    ['two that do not take a third', [1, 2, 100, 50], [true, true, false, true]],
  ])('%s', (_what, counts, hidden) => {
    expect(suppressLine(counts, K)).toEqual(hidden);
  });

  it('releases everything under k = 1', () => {
    expect(suppressLine([1, 0, 3], 1)).toEqual([false, false, false]);
  });
});

const table = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 5 }))
  .chain(([height, width]) =>
    fc.array(fc.array(fc.nat({ max: 12 }), { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  );

describe('suppression of a table', () => {
  it('hides every small cell and row total, and never just one of a sum', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const { cells, rows } = suppressTable(counts, K);
        for (const [row, values] of counts.entries()) {
          const total = values.reduce((sum, value) => sum + value, 0);
          const hidden = values.filter((_, column) => cells[row]?.[column]);
          for (const [column, value] of values.entries()) if (value > 0 && value < K) expect(cells[row]?.[column]).toBe(true);
          if (total > 0 && total < K) expect(rows[row]).toBe(true);
          expect(hidden.length + (rows[row] ? 1 : 0)).not.toBe(1);
          if (!rows[row] && hidden.length > 0) expect(hidden.reduce((sum, value) => sum + value, 0)).toBeGreaterThanOrEqual(K);
        }
      }),
    );
  });

  it('hides no more than needed where nothing is small', () => {
    const { cells, rows } = suppressTable(
      [
        [10, 20],
        [0, 30],
      ],
      K,
    );
    expect([...cells.flat(), ...rows]).not.toContain(true);
  });
});
