import * as fc from 'fast-check';
import { RandomSource } from './random-source';

const draws = (random: RandomSource, count = 20): number[] => Array.from({ length: count }, () => random.integer(0, 1_000_000));
const ascending = (a: number, b: number): number => a - b;

describe('RandomSource', () => {
  it('draws the same numbers for the same seed and path on every machine', () => {
    expect(draws(RandomSource.of(1, 'FR', 12), 5)).toEqual(draws(RandomSource.of(1, 'FR', 12), 5));
    expect(draws(RandomSource.of(1, 'FR', 12), 3)).toEqual([465110, 121093, 593163]);
  });

  it.each([
    ['seeds', RandomSource.of(1, 'FR'), RandomSource.of(2, 'FR')],
    ['paths', RandomSource.of(1, 'FR', 1), RandomSource.of(1, 'FR', 2)],
    ['lengths of path', RandomSource.of(1, 'FR'), RandomSource.of(1, 'FR', 1)],
  ])('draws other numbers for other %s', (_difference, one, other) => {
    expect(draws(one)).not.toEqual(draws(other));
  });

  it('stays inside the range and reaches both of its ends', () => {
    const random = RandomSource.of(1);
    const rolls = Array.from({ length: 500 }, () => random.integer(1, 6));
    expect([Math.min(...rolls), Math.max(...rolls)]).toEqual([1, 6]);
  });

  it('draws ranks from 0 up to, but not including, 1', () => {
    const random = RandomSource.of(1);
    const ranks = Array.from({ length: 2000 }, () => random.rank());
    expect(Math.min(...ranks)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ranks)).toBeLessThan(1);
    expect(ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length).toBeCloseTo(0.5, 1);
  });

  it.each([
    [0, 0],
    [100, 1000],
  ])('says yes in %s percent of a thousand draws %s times', (percent, times) => {
    const random = RandomSource.of(1);
    expect(Array.from({ length: 1000 }, () => random.chance(percent)).filter(Boolean)).toHaveLength(times);
  });

  it('draws values as often as they weigh', () => {
    const random = RandomSource.of(1);
    const drawn = Array.from({ length: 3000 }, () =>
      random.weighted([
        ['never', 0],
        ['once', 1],
        ['twice', 2],
      ]),
    );
    expect(drawn).not.toContain('never');
    expect(drawn.filter((value) => value === 'twice').length / drawn.length).toBeCloseTo(2 / 3, 1);
  });

  it('refuses weights that leave nothing to draw', () => {
    expect(() => RandomSource.of(1).weighted([['a', 0]])).toThrow('at least one value of positive weight');
  });

  it('shuffles without losing, adding or changing anything', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const before = [...items];
        const shuffled = RandomSource.of(seed).shuffled(items);
        expect(items).toEqual(before);
        expect(shuffled.toSorted(ascending)).toEqual(items.toSorted(ascending));
      }),
    );
  });
});
