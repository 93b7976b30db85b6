import { factorise, fromTriangle, inverse, inverseQuadraticForm, solve, submatrix } from './symmetric-matrix';

const matrix = fromTriangle([4, 2, 5, 1, 3, 6], 3);

describe('symmetric matrices', () => {
  it('come from the rows of their lower triangle', () => {
    expect(matrix).toEqual([
      [4, 2, 1],
      [2, 5, 3],
      [1, 3, 6],
    ]);
    expect(submatrix(matrix, [2, 0])).toEqual([
      [6, 1],
      [1, 4],
    ]);
  });

  it('are solved, and inverted, by their factor', () => {
    const factor = factorise(matrix);
    if (!('lower' in factor)) throw new Error('not positive definite');
    const solution = solve(factor, [7, 10, 10]);
    for (const [row, value] of solution.entries()) expect(value).toBeCloseTo([1, 1, 1][row] ?? 0, 12);
    const identity = matrix.map((row) =>
      inverse(factor).map((column) => row.reduce((sum, value, index) => sum + value * (column[index] ?? 0), 0)),
    );
    for (const [row, values] of identity.entries()) {
      for (const [column, value] of values.entries()) expect(value).toBeCloseTo(row === column ? 1 : 0, 12);
    }
    expect(inverseQuadraticForm(matrix, [7, 10, 10])).toBeCloseTo(27, 12);
  });

  it.each([
    ['a row that is 0', [1, 0, 0], 1],
    ['a row that repeats another', [4, 2, 1], 1],
    ['a row that is NaN', [Number.NaN, 0, 1], 0],
    ['a row of the wrong sign', [1, 0, -1], 1],
  ])('tell the first row that makes them singular: %s', (_what, triangle, dependent) => {
    expect(factorise(fromTriangle(triangle, 2))).toEqual({ dependent });
    expect(inverseQuadraticForm(fromTriangle(triangle, 2), [1, 1])).toBeUndefined();
  });
});
