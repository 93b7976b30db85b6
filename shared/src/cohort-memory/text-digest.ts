import { createHash } from 'node:crypto';

/** SHA-256 of a text, for what is too long to be a key. */
export function textDigest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
