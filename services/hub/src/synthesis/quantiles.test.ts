import { rounded, valueAtRank } from './quantiles';

describe('valueAtRank', () => {
  it.each([
    [0, 0],
    [0.25, 5],
    [0.5, 10],
    [0.75, 55],
    [1, 100],
  ])('at rank %s of the quantiles 0, 10, 100 is %s', (rank, value) => {
    expect(valueAtRank([0, 10, 100], rank)).toBe(value);
  });
});

describe('rounded', () => {
  it.each([
    [1.26, 10, 1.3],
    [1.26, 1, 1],
    [0.12345, 1000, 0.123],
  ] as const)('makes %s in parts of %s %s', (value, perUnit, result) => {
    expect(rounded(value, perUnit)).toBe(result);
  });
});
