import { halvingTime, LONGEST_HALVING_TIME } from './halving-time';

describe('halving time (Branford et al., Blood 2014;124:511)', () => {
  it.each([
    ['one halving', 100, 50, 90, 90],
    ['three halvings', 80, 10, 90, 30],
    ['a fall by a factor of ten', 100, 10, 90, (90 * Math.LN2) / Math.LN10],
    ['undetectable, as MR5', 64, 0, 90, (90 * Math.LN2) / Math.log(64_000)],
    ['no fall', 60, 60, 90, LONGEST_HALVING_TIME],
    ['a rise', 60, 80, 90, LONGEST_HALVING_TIME],
    ['a fall that takes longer than can be told', 60, 59.9, 90, LONGEST_HALVING_TIME],
  ])('%s', (_, baseline, value, days, expected) => {
    expect(halvingTime(baseline, value, days)).toBeCloseTo(expected, 10);
  });
});
