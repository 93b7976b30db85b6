import { createHash } from 'node:crypto';

/** R4: letters, digits, dash and dot, at most 64. */
const ID = /^[A-Za-z0-9.-]{1,64}$/;
const DIGEST_LENGTH = 40;

/**
 * An id that stays the same as long as the record's key does. What can't be part of an id, as the words of an adverse event, is
 * in it as a digest. Nothing is ever read from an id but a centre's or patient's code.
 */
export function resourceId(...parts: readonly (string | number)[]): string {
  const plain = parts.join('-');
  if (ID.test(plain)) return plain;
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, DIGEST_LENGTH);
}
