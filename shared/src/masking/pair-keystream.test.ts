import { createHmac, randomBytes } from 'node:crypto';
import { contextDigest } from './masking-context';
import { PairKeystream, pairKey } from './pair-keystream';

/** RFC 5869 §2, for outputs of one or two blocks. */
function hkdf(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  const sha256 = (key: Buffer, ...parts: readonly Buffer[]): Buffer => createHmac('sha256', key).update(Buffer.concat(parts)).digest();
  const pseudorandomKey = sha256(salt, secret);
  const first = sha256(pseudorandomKey, info, Buffer.of(1));
  return Buffer.concat([first, sha256(pseudorandomKey, first, info, Buffer.of(2))]).subarray(0, length);
}

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const digest = contextDigest({ questionId: 'q', content: randomBytes(32), layoutVersion: 3, participants: [] });

describe("a pair's key", () => {
  it('is HKDF-SHA-256, as RFC 5869 has it', () => {
    const known = hkdf(hex('0b'.repeat(22)), hex('000102030405060708090a0b0c'), hex('f0f1f2f3f4f5f6f7f8f9'), 42);
    // RFC 5869 A.1
    expect(known.toString('hex')).toBe('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865');

    const secret = randomBytes(32);
    const info = JSON.stringify(['registry-hub masked sums 1', digest.toString('base64url'), 'AT', 'FR']);
    expect(Buffer.from(pairKey(secret, { digest, lower: 'AT', upper: 'FR' }))).toEqual(
      hkdf(secret, Buffer.alloc(0), Buffer.from(info), 32),
    );
  });

  it('is another for another pair, even with the same secret', () => {
    const secret = randomBytes(32);
    expect(pairKey(secret, { digest, lower: 'AT', upper: 'FR' })).not.toEqual(pairKey(secret, { digest, lower: 'AT', upper: 'IT' }));
  });
});

describe("a pair's stream", () => {
  it('is AES-256 in counter mode from counter zero, in whatever portions it is taken', () => {
    // AES-256 of the zero block under the zero key: H of test case 13 of McGrew & Viega, The Galois/Counter Mode of Operation, 2005
    const stream = new PairKeystream(new Uint8Array(32));
    const words = stream.next(new Uint32Array(4));
    expect(Buffer.from(words.buffer, words.byteOffset, words.byteLength).toString('hex')).toBe('dc95c078a2408989ad48a21492842087');

    const whole = new PairKeystream(new Uint8Array(32)).next(new Uint32Array(9));
    const portions = new PairKeystream(new Uint8Array(32));
    expect([3, 1, 5].flatMap((length) => [...portions.next(new Uint32Array(length))])).toEqual([...whole]);
  });
});
