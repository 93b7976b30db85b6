import { createHash, randomUUID } from 'node:crypto';

/** A text with the random salt that its digest needs: with the salt gone, nobody can try texts against the digest. */
export interface SealedText {
  /** A random UUID: 122 bits that nobody can guess, and always of one length. */
  readonly salt: string;
  readonly text: string;
}

export function sealText(text: string): SealedText {
  return { salt: randomUUID(), text };
}

/** SHA-256 of salt and text, in hexadecimal. It binds to the text and, without the salt, tells nothing of it. */
export function sealDigest({ salt, text }: SealedText): string {
  return createHash('sha256').update(salt).update(text).digest('hex');
}
