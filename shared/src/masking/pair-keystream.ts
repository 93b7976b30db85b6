import { type Cipher, createCipheriv, hkdfSync } from 'node:crypto';
import { MASKING_PURPOSE } from './masking-context';

const KEY_BYTES = 32;
const WORD_BYTES = 4;
/**
 * A counter that starts at zero is fine: every pair has a key of its own for every question, and no key is used for a second
 * stream. What CTR forbids is the same key with the same counter over two texts.
 */
const INITIAL_COUNTER = Buffer.alloc(16);

/** What a pair's key is derived for. */
export interface PairContext {
  /** See {@link contextDigest}. */
  readonly digest: Buffer;
  /** The codes of the two countries. */
  readonly lower: string;
  readonly upper: string;
}

/** The pair's key for one question: HKDF-SHA-256 (RFC 5869) over their shared secret, bound to all of the question's context. */
export function pairKey(secret: Buffer, { digest, lower, upper }: PairContext): Uint8Array {
  // by digest, because Node.js takes at most 1024 bytes here, which thirty countries' keys exceed
  const info = JSON.stringify([MASKING_PURPOSE, digest.toString('base64url'), lower, upper]);
  return new Uint8Array(hkdfSync('sha256', secret, Buffer.alloc(0), info, KEY_BYTES));
}

/** The stream of a pair's key, in portions: AES-256 in counter mode (NIST SP 800-38A). */
export class PairKeystream {
  private readonly cipher: Cipher;

  constructor(key: Uint8Array) {
    this.cipher = createCipheriv('aes-256-ctr', key, INITIAL_COUNTER);
  }

  /** The next words of the stream. @param zeros so many words that hold zero: what is encrypted */
  next(zeros: Uint32Array): Uint32Array {
    const bytes = this.cipher.update(zeros);
    const aligned = bytes.byteOffset % WORD_BYTES === 0 ? bytes : Uint8Array.from(bytes);
    return new Uint32Array(aligned.buffer, aligned.byteOffset, bytes.length / WORD_BYTES);
  }
}
