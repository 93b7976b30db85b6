import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPrivateFile, readPrivateFileIfThere } from '@registry-hub/shared/secrets';
import type { DataFolder } from '../data-folder';

/**
 * Reads every secret of the data folder, so that one which others can read is found before anything is started.
 *
 * @throws ExposedFileError that names the first such file
 */
export function checkSecrets(data: DataFolder): void {
  for (const { privateKey, nextKey } of [data.hubKey, data.identity]) {
    readPrivateFileIfThere(privateKey);
    readPrivateFileIfThere(nextKey);
  }
  for (const name of readdirSync(data.secrets)) readPrivateFile(join(data.secrets, name));
}
