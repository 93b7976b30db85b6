import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Its owner alone may read and write it. */
export const PRIVATE_FILE_MODE = 0o600;
/** Its owner alone may enter it. */
export const PRIVATE_FOLDER_MODE = 0o700;

/**
 * Puts a private key or password into a file of mode 0600, in one step: a reader sees the old text or the new one, and the
 * new one is on the disk before the old one is gone. A folder that is missing is made, for its owner alone.
 */
export function writePrivateFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: PRIVATE_FOLDER_MODE });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(draft, text, { mode: PRIVATE_FILE_MODE, flag: 'wx', flush: true });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
