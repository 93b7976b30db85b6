import fc from 'fast-check';
import { addCounts, countsOf } from './counts';
import { decodeCounts, encodeCounts } from './counts-encoding';
import { fixedPointCells, fractionBitsFor, MOST_FRACTION_BITS, MOST_PER_PATIENT, readFixedPoint } from './fixed-point';

const CELL = 7;

describe('fixed-point sums', () => {
  it('are, pooled, off by at most half a step a country', () => {
    const countries = fc.array(fc.double({ min: -1e5, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(countries, fc.integer({ min: 10, max: 36 }), (sums, fractionBits) => {
        const parts = sums.map((sum) => countsOf(fixedPointCells(CELL, sum, fractionBits)));
        const sent = parts.map((part) => decodeCounts(encodeCounts([part]), 1)[0] ?? part);
        const pooled = readFixedPoint(addCounts(sent), CELL, fractionBits);
        const exact = sums.reduce((total, sum) => total + sum, 0);
        const floatingPoint = sums.length * 1e5 * 2 ** -50;
        expect(Math.abs(pooled - exact)).toBeLessThanOrEqual(sums.length * 2 ** -(fractionBits + 1) + floatingPoint);
      }),
    );
  });

  it.each([1, 2, 378, 1_000_000, 40_000_000])('have room for %i patients', (patients) => {
    const fractionBits = fractionBitsFor(patients);
    const most = patients * MOST_PER_PATIENT;
    for (const sum of [most, -most]) {
      const counts = countsOf(fixedPointCells(CELL, sum, fractionBits));
      expect(readFixedPoint(counts, CELL, fractionBits)).toBe(sum);
    }
  });

  it('have their finest step for one patient', () => {
    expect([fractionBitsFor(0), fractionBitsFor(1)]).toEqual([MOST_FRACTION_BITS, MOST_FRACTION_BITS]);
  });
});
