import { randomBytes } from 'node:crypto';
import { readIfThere, replaceFile, SECRET_MODE } from './files';

/** The secret kept in the file; made up, of 256 random bits, when there is none. */
export function ensureSecret(path: string): string {
  const known = readIfThere(path)?.trim();
  if (known !== undefined && known !== '') return known;
  const secret = randomBytes(32).toString('base64url');
  replaceFile(path, `${secret}\n`, SECRET_MODE);
  return secret;
}
