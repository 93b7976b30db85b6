import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '../errors';

/**
 * Makes a folder and those above it that are missing. (Node's own recursive `mkdir` never returns where a file system
 * answers ENOENT to a folder whose parent exists, as /proc does.)
 */
export function ensureFolder(path: string): void {
  if (existsSync(path)) return;
  if (!existsSync(dirname(path))) ensureFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
