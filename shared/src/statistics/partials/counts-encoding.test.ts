import fc from 'fast-check';
import { countsOf, NO_COUNTS } from './counts';
import { decodeCounts, encodeCounts } from './counts-encoding';

const cells = fc.uniqueArray(fc.tuple(fc.nat({ max: 2 ** 52 }), fc.integer({ min: 1, max: 2 ** 53 - 1 })), {
  maxLength: 30,
  selector: ([cell]) => cell,
});
const figures = fc.array(cells.map(countsOf), { minLength: 1, maxLength: 5 });

describe('encoding of counts', () => {
  it('gives back what it was given, cells of 0 left out', () => {
    fc.assert(
      fc.property(figures, (given) => {
        expect(decodeCounts(encodeCounts(given), given.length)).toEqual(given);
      }),
    );
    expect(decodeCounts(encodeCounts([countsOf([[3, 0]])]), 1)).toEqual([NO_COUNTS]);
  });

  it('does not depend on the order in which cells were counted', () => {
    const entries = [
      [1, 2],
      [70_000, 1],
    ] as const;
    expect(encodeCounts([countsOf(entries.toReversed())])).toEqual(encodeCounts([countsOf(entries)]));
  });

  it.each([
    ['cut off', Uint8Array.of(2, 0, 5), 'too early'],
    ['of more cells than it has room for', Uint8Array.of(9, 1), 'too early'],
    ['of more figures than were asked', encodeCounts([NO_COUNTS, NO_COUNTS]), 'longer than its question'],
    ['with a number beyond the safe integers', Uint8Array.of(1, 0, ...Array<number>(9).fill(0xff), 1), 'too large'],
  ])('refuses a partial that is %s', (_fault, bytes, message) => {
    expect(() => decodeCounts(bytes, 1)).toThrow(message);
  });
});
