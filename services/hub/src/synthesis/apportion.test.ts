import * as fc from 'fast-check';
import { apportion } from './apportion';

describe('apportion', () => {
  it.each([
    [10, [1, 1], [5, 5]],
    [3, [1, 1], [2, 1]],
    [378, [4, 39, 13, 13, 18, 236, 34, 10, 11], [4, 39, 13, 13, 18, 236, 34, 10, 11]],
    [5, [1, 0, 9], [1, 0, 4]],
    [0, [1, 2], [0, 0]],
    [7, [0, 0], [0, 0]],
  ])('splits %s by %j into %j', (total, weights, parts) => {
    expect(apportion(total, weights)).toEqual(parts);
  });

  it('adds up to the total, each part within one of its exact share', () => {
    const weightLists = fc.array(fc.nat({ max: 1000 }), { minLength: 1 }).filter((weights) => weights.some((weight) => weight > 0));
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), weightLists, (total, weights) => {
        const parts = apportion(total, weights);
        const sum = weights.reduce((left, weight) => left + weight, 0);
        expect(parts.reduce((left, part) => left + part, 0)).toBe(total);
        parts.forEach((part, index) => expect(Math.abs(part - (total * (weights[index] ?? 0)) / sum)).toBeLessThan(1));
      }),
    );
  });
});
