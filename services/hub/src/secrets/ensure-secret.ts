import { randomBytes } from 'node:crypto';
import { readPrivateFileIfThere, writePrivateFile } from '@registry-hub/shared/secrets';

/** The secret kept in the file; made up, of 256 random bits, when there is none. */
export function ensureSecret(path: string): string {
  const known = readPrivateFileIfThere(path)?.trim();
  if (known !== undefined && known !== '') return known;
  const secret = randomBytes(32).toString('base64url');
  writePrivateFile(path, `${secret}\n`);
  return secret;
}
