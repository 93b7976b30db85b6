import { createHash, randomBytes } from 'node:crypto';

/** A text with the random salt that its digest needs: with the salt gone, nobody can try texts against the digest. */
export interface SealedText {
  /** 32 random bytes, in hexadecimal. */
  readonly salt: string;
  readonly text: string;
}

const SALT_BYTES = 32;

export function sealText(text: string): SealedText {
  return { salt: randomBytes(SALT_BYTES).toString('hex'), text };
}

/** SHA-256 of salt and text, in hexadecimal. It binds to the text and, without the salt, tells nothing of it. */
export function sealDigest({ salt, text }: SealedText): string {
  return createHash('sha256').update(salt).update(text).digest('hex');
}
