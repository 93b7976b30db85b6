/** What is summed over countries: counts modulo 2^32, fixed-point numbers (two's complement) modulo 2^64. */
export interface SumVector {
  readonly counts: Uint32Array;
  readonly fixed: BigUint64Array;
}

/**
 * Adds up vectors cell by cell, modulo 2^32 and 2^64. Over the masked vectors of all participants of a question it gives
 * the sum of the plain ones; over any fewer it gives noise.
 *
 * @throws RangeError when there is none, or one has other lengths: it answers another question
 */
export function addMasked(vectors: readonly SumVector[]): SumVector {
  const [first, ...others] = vectors;
  if (!first) throw new RangeError('there is no vector to add');
  const sum: SumVector = { counts: first.counts.slice(), fixed: first.fixed.slice() };
  for (const vector of others) addTo(sum, vector);
  return sum;
}

function addTo(sum: SumVector, { counts, fixed }: SumVector): void {
  if (counts.length !== sum.counts.length || fixed.length !== sum.fixed.length) {
    throw new RangeError(
      `expected vectors of ${sum.counts.length} counts and ${sum.fixed.length} fixed-point numbers, not ${counts.length} and ${fixed.length}`,
    );
  }
  addWords32(sum.counts, counts, 0);
  addWords64(halvesOf(sum.fixed), halvesOf(fixed), 0);
}

/** Adds 32-bit words onto those of `target` from a place on. */
export function addWords32(target: Uint32Array, words: Uint32Array, start: number): void {
  for (let index = 0; index < words.length; index += 1) {
    target[start + index] = ((target[start + index] ?? 0) + (words[index] ?? 0)) | 0;
  }
}

/** The same, taking them away. */
export function subtractWords32(target: Uint32Array, words: Uint32Array, start: number): void {
  for (let index = 0; index < words.length; index += 1) {
    target[start + index] = ((target[start + index] ?? 0) - (words[index] ?? 0)) | 0;
  }
}

/**
 * Adds 64-bit words, as halves of 32 bits with the lower one first, onto those of `target`: a BigInt a cell is slower by far.
 * What the lower half carries is its highest bit of the expression below, without a branch that random words would mispredict
 * (H. S. Warren, Hacker's Delight, 2nd edition 2013, chapter 2).
 */
export function addWords64(target: Uint32Array, halves: Uint32Array, start: number): void {
  for (let index = 0; index < halves.length; index += 2) {
    const before = (target[start + index] ?? 0) | 0;
    const added = (halves[index] ?? 0) | 0;
    const sum = (before + added) | 0;
    const carry = ((before & added) | ((before | added) & ~sum)) >>> 31;
    target[start + index] = sum;
    target[start + index + 1] = ((((target[start + index + 1] ?? 0) + (halves[index + 1] ?? 0)) | 0) + carry) | 0;
  }
}

/** The same, taking them away. */
export function subtractWords64(target: Uint32Array, halves: Uint32Array, start: number): void {
  for (let index = 0; index < halves.length; index += 2) {
    const before = (target[start + index] ?? 0) | 0;
    const taken = (halves[index] ?? 0) | 0;
    const difference = (before - taken) | 0;
    const borrow = ((~before & taken) | ((~before | taken) & difference)) >>> 31;
    target[start + index] = difference;
    target[start + index + 1] = ((((target[start + index + 1] ?? 0) - (halves[index + 1] ?? 0)) | 0) - borrow) | 0;
  }
}

/** The same memory as halves of 32 bits, on a little-endian processor the lower one first. */
export function halvesOf(words: BigUint64Array): Uint32Array {
  return new Uint32Array(words.buffer, words.byteOffset, words.length * 2);
}
