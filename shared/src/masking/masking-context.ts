import { createHash } from 'node:crypto';

/** A country that takes part in a sum, with the public key it masks under: X25519, its 32 bytes in base64url. */
export interface Participant {
  readonly country: string;
  readonly publicKey: string;
}

/** What a mask belongs to: this one question, put to exactly these countries. */
export interface MaskingContext {
  /** See {@link newQuestionId}. */
  readonly questionId: string;
  /** Hash of the canonical question: filter, figures, plan. */
  readonly content: Uint8Array;
  readonly layoutVersion: number;
  /** Every country of the sum, in code order, each once. */
  readonly participants: readonly Participant[];
}

/** Separates these keys from any others that are ever derived from the same secrets. */
export const MASKING_PURPOSE = 'registry-hub masked sums 1';

/** SHA-256 over all of a context: another question, another layout or another participant is another digest. */
export function contextDigest({ questionId, content, layoutVersion, participants }: MaskingContext): Buffer {
  // a JSON array of texts and numbers is read in one way only: no two contexts have the same text
  const text = JSON.stringify([
    MASKING_PURPOSE,
    questionId,
    Buffer.from(content).toString('base64url'),
    layoutVersion,
    participants.map(({ country, publicKey }) => [country, publicKey]),
  ]);
  return createHash('sha256').update(text).digest();
}
