import fc from 'fast-check';
import { addMasked, addWords32, addWords64, halvesOf, subtractWords32, subtractWords64 } from './sum-vector';
import { decodeSumVector, encodeSumVector } from './sum-vector-bytes';

const words32 = (length: number) => fc.uint32Array({ minLength: length, maxLength: length });
const words64 = (length: number) =>
  // carries and borrows happen at the ends of the halves
  fc
    .array(fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.constantFrom(0n, 1n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 64n - 1n)), {
      minLength: length,
      maxLength: length,
    })
    .map((words) => BigUint64Array.from(words));

describe('sums of vectors', () => {
  it('are those of whole numbers modulo 2^32 and 2^64, in both directions', () => {
    fc.assert(
      fc.property(words32(5), words32(5), words64(5), words64(5), (a, b, c, d) => {
        const [sum32, difference32] = [a.slice(), a.slice()];
        addWords32(sum32, b, 0);
        subtractWords32(difference32, b, 0);
        expect(sum32).toEqual(a.map((word, index) => (word + (b[index] ?? 0)) % 2 ** 32));
        expect(difference32).toEqual(a.map((word, index) => (word - (b[index] ?? 0) + 2 ** 32) % 2 ** 32));

        const [sum64, difference64] = [c.slice(), c.slice()];
        addWords64(halvesOf(sum64), halvesOf(d), 0);
        subtractWords64(halvesOf(difference64), halvesOf(d), 0);
        expect(sum64).toEqual(c.map((word, index) => BigInt.asUintN(64, word + (d[index] ?? 0n))));
        expect(difference64).toEqual(c.map((word, index) => BigInt.asUintN(64, word - (d[index] ?? 0n))));
      }),
    );
  });

  it('need vectors of one length, and at least one', () => {
    const vector = { counts: new Uint32Array(2), fixed: new BigUint64Array(1) };
    expect(() => addMasked([vector, { ...vector, counts: new Uint32Array(3) }])).toThrow(
      'expected vectors of 2 counts and 1 fixed-point numbers, not 3 and 1',
    );
    expect(() => addMasked([])).toThrow('there is no vector');
  });
});

describe('a vector as bytes', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(words32(3), words64(2), (counts, fixed) => {
        const vector = { counts, fixed };
        expect(decodeSumVector(encodeSumVector(vector), { counts: 3, fixed: 2 })).toEqual(vector);
      }),
    );
  });

  it('is little endian, counts first', () => {
    const bytes = encodeSumVector({ counts: Uint32Array.of(1, 0x0403_0201), fixed: BigUint64Array.of(2n ** 63n + 7n) });
    expect(Buffer.from(bytes).toString('hex')).toBe('01000000010203040700000000000080');
  });

  it('of another length is refused', () => {
    expect(() => decodeSumVector(new Uint8Array(3), { counts: 1, fixed: 0 })).toThrow('expected a vector of 4 bytes, not 3');
  });
});
