import { chiSquareUpperTail, normalTwoSidedTail } from './chi-square';

describe('upper tail of the chi-square distribution', () => {
  // R 4.2: pchisq(statistic, df, lower.tail = FALSE)
  it.each([
    [0, 1, 1],
    [1e-8, 1, 0.999920211544053],
    [0.328000747461521, 1, 0.566838698580491],
    [3.841458820694124, 1, 0.05],
    [5.991464547107979, 2, 0.05],
    [10, 10, 0.440493285065212],
    [75.0392680436351, 7, 1.40803124569653e-13],
    [1000, 3, 1.79942087653145e-216],
  ])('beyond %d with %i degrees of freedom is %d', (statistic, degreesOfFreedom, probability) => {
    expect(Math.abs(chiSquareUpperTail(statistic, degreesOfFreedom) / probability - 1)).toBeLessThan(1e-11);
  });

  it('with two degrees of freedom is an exponential', () => {
    for (const statistic of [0.1, 1, 3.9, 4.1, 50]) expect(chiSquareUpperTail(statistic, 2) * Math.exp(statistic / 2)).toBeCloseTo(1, 12);
  });
});

test('the two tails of the normal distribution beyond 1.96 hold 5 %', () => {
  expect(normalTwoSidedTail(-1.959963984540054)).toBeCloseTo(0.05, 12);
});
