import { closeSync, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { types } from 'node:util';
import { ExposedFileError } from './exposed-file-error';

/**
 * Where container engines mount secrets. They set the mode there (0444 of root, or that of the file on the host), which
 * whoever is in the container can't change; nobody but root can put a file there.
 */
const ENGINE_FOLDER = `${sep}run${sep}secrets${sep}`;
const GROUP_AND_OTHERS = 0o077;

/**
 * Reads a private key or password that its owner alone may read or write.
 *
 * @throws ExposedFileError when the file's mode lets others at it; the system's error when it can't be read
 */
export function readPrivateFile(path: string): string {
  const file = openSync(path, 'r');
  try {
    const { mode } = fstatSync(file);
    if (isExposed(mode) && !realpathSync(path).startsWith(ENGINE_FOLDER)) throw new ExposedFileError(path, mode);
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

/** The same, or undefined where there is no such file. */
export function readPrivateFileIfThere(path: string): string | undefined {
  try {
    return readPrivateFile(path);
  } catch (error) {
    if (types.isNativeError(error) && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Windows has no such bits: Node shows every file there as readable by all. */
function isExposed(mode: number): boolean {
  return process.platform !== 'win32' && (mode & GROUP_AND_OTHERS) !== 0;
}
