import { openSync, renameSync, statSync } from 'node:fs';

/** A log that has grown beyond this is put aside (`x.log.1`, replacing the one before) when its part starts anew. */
const ROTATE_ABOVE_BYTES = 8 * 1024 * 1024;

/** Opens the log for appending and returns its file descriptor, which the caller closes. */
export function openLog(path: string, rotateAboveBytes = ROTATE_ABOVE_BYTES): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > rotateAboveBytes) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}
