import fc from 'fast-check';
import { decodeCounts, encodeCounts } from './counts-encoding';

const cells = fc.array(fc.tuple(fc.nat({ max: 2 ** 52 }), fc.integer({ min: 1, max: 2 ** 40 })), { maxLength: 30 });
const figures = fc.array(
  cells.map((pairs) => new Map(pairs)),
  { minLength: 1, maxLength: 5 },
);

describe('encoding of counts', () => {
  it('gives back what it was given, cells of 0 left out', () => {
    fc.assert(
      fc.property(figures, (given) => {
        const decoded = decodeCounts(encodeCounts(given), given.length);
        expect(decoded.map((counts) => [...counts])).toEqual(given.map((counts) => [...counts].toSorted(([a], [b]) => a - b)));
      }),
    );
    expect(decodeCounts(encodeCounts([new Map([[3, 0]])]), 1)).toEqual([new Map()]);
  });

  it('does not depend on the order in which cells were counted', () => {
    const forwards = new Map([
      [1, 2],
      [70_000, 1],
    ]);
    expect(encodeCounts([new Map([...forwards].toReversed())])).toBe(encodeCounts([forwards]));
  });

  it.each([
    ['cut off', Buffer.from([2, 0, 5]).toString('base64'), 'too early'],
    ['of more figures than were asked', encodeCounts([new Map(), new Map()]), 'longer than its question'],
    ['with a number beyond the safe integers', Buffer.from([1, 0, ...Array<number>(9).fill(0xff), 1]).toString('base64'), 'too large'],
  ])('refuses a partial that is %s', (_fault, text, message) => {
    expect(() => decodeCounts(text, 1)).toThrow(message);
  });
});
