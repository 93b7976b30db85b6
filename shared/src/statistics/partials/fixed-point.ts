import { type Counts, countAt } from './counts';

/**
 * A sum that is no whole number travels as a signed 64-bit fixed-point number, two's complement: a whole number of steps of
 * 2 to the minus `fractionBits`, its lower and its upper 32 bits in a cell each. Countries' cells are added up as any others;
 * what the lower ones carry over is settled after the pool. Each country's sum is off by at most half a step.
 */
const HALF_BITS = 32n;
const HALF_MASK = 0xffff_ffffn;
const WORD_BITS = 64;

/** No patient adds more than this to a sum that can be told; beyond it there is no room for all of them. */
export const MOST_PER_PATIENT = 2 ** 10;
const BITS_PER_PATIENT = 10;
/** A bit for the sign, and one to spare. */
const USABLE_BITS = WORD_BITS - 2;

/** The finest step there is: that of the sums of one patient. */
export const MOST_FRACTION_BITS = USABLE_BITS - BITS_PER_PATIENT;

/** The finest fixed-point step, as its number of fraction bits, in which the sums of so many patients fit. */
export function fractionBitsFor(patients: number): number {
  return MOST_FRACTION_BITS - Math.ceil(Math.log2(Math.max(patients, 1)));
}

/** The two cells of a sum, from the given one on. */
export function fixedPointCells(firstCell: number, sum: number, fractionBits: number): readonly (readonly [cell: number, value: number])[] {
  const word = BigInt.asUintN(WORD_BITS, BigInt(Math.round(sum * 2 ** fractionBits)));
  return [
    [firstCell, Number(word & HALF_MASK)],
    [firstCell + 1, Number(word >> HALF_BITS)],
  ];
}

/** A pooled sum, from its two cells. */
export function readFixedPoint(counts: Counts, firstCell: number, fractionBits: number): number {
  const word = (BigInt(countAt(counts, firstCell + 1)) << HALF_BITS) + BigInt(countAt(counts, firstCell));
  return Number(BigInt.asIntN(WORD_BITS, word)) / 2 ** fractionBits;
}
