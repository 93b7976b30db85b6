import { accessSync, chmodSync, constants } from 'node:fs';
import { codeOf, OperatorError, reasonOf } from '../errors';
import type { DataFolder } from './data-folder';
import { ensureFolder } from './ensure-folder';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  ENOENT: 'no folder can be made there',
  EPERM: 'no permission',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a part of the path is a file',
};

/**
 * Makes the data folder and its sub-folders; those with keys, passwords and logs are for the owner alone.
 *
 * @throws OperatorError when the folder can't be made or written to.
 */
export function prepareDataFolder(data: DataFolder): void {
  try {
    ensureFolder(data.root);
    accessSync(data.root, constants.R_OK | constants.W_OK | constants.X_OK);
    ensureFolder(data.schemas);
    for (const folder of [data.secrets, data.identity.folder, data.hubKey.folder, data.logs]) {
      ensureFolder(folder);
      chmodSync(folder, 0o700);
    }
  } catch (error) {
    throw new OperatorError(
      `HUB_DATA: the hub can't write to ${data.root} (${REASONS[codeOf(error) ?? ''] ?? reasonOf(error)}); name a folder that it may write to.`,
    );
  }
}
