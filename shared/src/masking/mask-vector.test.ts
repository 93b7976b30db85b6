import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { chiSquareUpperTail } from '../statistics';
import { maskVector } from './mask-vector';
import type { MaskingContext } from './masking-context';
import { MaskingKey } from './masking-key';
import { addMasked, type SumVector } from './sum-vector';
import { encodeSumVector } from './sum-vector-bytes';

const MOST = 12;
const PKCS8_HEAD = '302e020100300506032b656e04220420';
/** Always the same keys: what looks like chance below is the same in every run. */
const keys = Array.from({ length: MOST }, (_, index) => {
  const scalar = createHash('sha256').update(`masking key ${index}`).digest('hex');
  const der = Buffer.from(PKCS8_HEAD + scalar, 'hex').toString('base64');
  return MaskingKey.fromPem(`-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n`);
});
const codes = ['AT', 'BE', 'DE', 'DK', 'ES', 'FR', 'GB', 'IL', 'IT', 'NL', 'PL', 'SE'];

function contextOf(participants: number, changes: Partial<MaskingContext> = {}): MaskingContext {
  return {
    questionId: '019a9f5e-0000-7000-8000-000000000000',
    content: createHash('sha256').update('question').digest(),
    layoutVersion: 3,
    participants: codes.slice(0, participants).map((country, index) => ({ country, publicKey: keys[index]?.publicKey ?? '' })),
    ...changes,
  };
}

const maskAll = (vectors: readonly SumVector[], context: MaskingContext): SumVector[] =>
  vectors.map((vector, index) => maskVector(vector, keys[index] ?? MaskingKey.generate(), context));

/** Added up number by number, as arithmetic has it. */
function plainSum(vectors: readonly SumVector[]): SumVector {
  const [first] = vectors;
  if (!first) throw new Error('there is no vector');
  return {
    counts: first.counts.map((_, cell) => vectors.reduce((sum, { counts }) => (sum + (counts[cell] ?? 0)) % 2 ** 32, 0)),
    fixed: first.fixed.map((_, cell) =>
      BigInt.asUintN(
        64,
        vectors.reduce((sum, { fixed }) => sum + (fixed[cell] ?? 0n), 0n),
      ),
    ),
  };
}

/** p of chi-square that the bytes of a vector are from 256 equally likely ones. */
function uniformity(vector: SumVector): number {
  const bytes = encodeSumVector(vector);
  const expected = bytes.length / 256;
  const seen = new Float64Array(256);
  for (const byte of bytes) seen[byte] = (seen[byte] ?? 0) + 1;
  return chiSquareUpperTail(
    seen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0),
    255,
  );
}

const arbitraryVectors = fc
  .record({
    participants: fc.integer({ min: 3, max: MOST }),
    counts: fc.integer({ min: 0, max: 40 }),
    fixed: fc.integer({ min: 0, max: 20 }),
  })
  .chain(({ participants, counts, fixed }) =>
    fc.array(
      fc.record({
        counts: fc.uint32Array({ minLength: counts, maxLength: counts }),
        fixed: fc.bigUint64Array({ minLength: fixed, maxLength: fixed }),
      }),
      { minLength: participants, maxLength: participants },
    ),
  );

/** As a registry's are: most cells empty, the others small. */
const sparse = (cells: number): SumVector => ({
  counts: Uint32Array.from({ length: cells }, (_, cell) => (cell % 7 === 0 ? cell % 5 : 0)),
  fixed: BigUint64Array.from({ length: cells / 4 }, (_, cell) => (cell % 3 === 0 ? BigInt.asUintN(64, -BigInt(cell)) : 0n)),
});
const bytesOf = (vector: SumVector): string => Buffer.from(encodeSumVector(vector)).toString('hex');

describe('masked vectors', () => {
  it('add up to what the plain ones add up to, whatever they hold', () => {
    fc.assert(
      fc.property(arbitraryVectors, (vectors) => {
        expect(addMasked(maskAll(vectors, contextOf(vectors.length)))).toEqual(plainSum(vectors));
      }),
    );
  });

  it('do so beyond one portion of the keystream', () => {
    const vectors = [sparse(20_004), sparse(20_004), sparse(20_004)];
    expect(addMasked(maskAll(vectors, contextOf(3)))).toEqual(plainSum(vectors));
  });

  it('leave the plain vector as it was', () => {
    const vector = sparse(100);
    maskAll([vector, vector, vector], contextOf(3));
    expect(vector).toEqual(sparse(100));
  });

  it('are each indistinguishable from noise, and so is any sum that misses one', () => {
    const vector = sparse(40_000);
    const masked = maskAll(
      codes.map(() => vector),
      contextOf(MOST),
    );
    expect(uniformity(vector)).toBeLessThan(1e-9);
    const seen = [...masked, addMasked(masked.slice(1)), addMasked(masked.slice(0, -1)), addMasked(masked.slice(0, 2))].map(uniformity);
    // the least of fifteen p: below 0.001 once in 67 sets of keys, and these are always the same
    expect(Math.min(...seen)).toBeGreaterThan(0.001);
    expect(addMasked(masked)).toEqual(plainSum(codes.map(() => vector)));
  });

  it('share no mask with those of another question: their difference is noise as well', () => {
    const vector = sparse(40_000);
    const context = contextOf(3);
    const [first] = maskAll([vector], context);
    const [, , third] = context.participants;
    const others: readonly MaskingContext[] = [
      contextOf(3, { questionId: '019a9f5e-0000-7000-8000-000000000001' }),
      contextOf(3, { content: createHash('sha256').update('another').digest() }),
      contextOf(3, { layoutVersion: 4 }),
      contextOf(4),
      contextOf(3, {
        participants: [...context.participants.slice(0, 2), { country: third?.country ?? '', publicKey: keys[7]?.publicKey ?? '' }],
      }),
    ];
    for (const other of others) {
      const [second] = maskAll([vector], other);
      expect(uniformity(difference(first, second))).toBeGreaterThan(0.001);
    }
    expect(bytesOf(maskAll([vector], contextOf(3))[0] ?? vector)).toBe(bytesOf(first ?? vector));
  });

  it('are made by participants alone', () => {
    expect(() => maskVector(sparse(4), MaskingKey.generate(), contextOf(3))).toThrow('not that of a participant');
  });
});

function difference(one: SumVector | undefined, other: SumVector | undefined): SumVector {
  if (!one || !other) throw new Error('there is no vector');
  return {
    counts: one.counts.map((count, cell) => count - (other.counts[cell] ?? 0)),
    fixed: one.fixed.map((word, cell) => BigInt.asUintN(64, word - (other.fixed[cell] ?? 0n))),
  };
}
