import { createHash } from 'node:crypto';

/**
 * SHA-256 of a raw public key in hexadecimal, in groups of four: what two people read to each other over the telephone.
 *
 * @param publicKey in base64url
 */
export function keyFingerprint(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex');
  return (digest.match(/.{4}/g) ?? []).join(' ');
}
