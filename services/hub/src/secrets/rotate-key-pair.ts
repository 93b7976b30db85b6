import { existsSync, renameSync } from 'node:fs';
import type { KeyFiles } from '../data-folder';
import { OperatorError } from '../errors';
import type { KeyLife } from './key-life';
import { publishKeys, readPrivateKey, writeNewKey } from './key-pair';

/** Whether the key that will take over is listed already. */
export function isNextKeyAnnounced({ nextKey }: KeyFiles): boolean {
  return existsSync(nextKey);
}

/**
 * Makes the key that will take over and lists its public half, so that whoever verifies knows it before anything is signed with
 * it. One that was announced earlier stays.
 *
 * @throws OperatorError when there is no key to be replaced
 */
export async function announceNextKey(files: KeyFiles, life: KeyLife): Promise<void> {
  if (readPrivateKey(files.privateKey) === undefined) {
    throw new OperatorError(`There is no key in ${files.folder} yet: start the hub once (npm start), or check HUB_DATA.`);
  }
  if (readPrivateKey(files.nextKey) === undefined) await writeNewKey(files.nextKey);
  publishKeys(files, life);
}

/**
 * Has the announced key, or a new one, sign from now on. At every moment, and after a crash at any, the key that signs is
 * listed. The public half of the old one stays listed until what it signed has expired; its private half is gone.
 *
 * @throws OperatorError when there is no key to be replaced
 */
export async function rotateKeyPair(files: KeyFiles, life: KeyLife): Promise<void> {
  await announceNextKey(files, life);
  renameSync(files.nextKey, files.privateKey);
  publishKeys(files, life);
}
