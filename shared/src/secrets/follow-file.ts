import { statSync } from 'node:fs';

/**
 * Gives what a file holds, and reads it again after it was replaced, so that a new key needs no restart. While the new text can't
 * be read, the last that could counts.
 *
 * @throws from this call, not from the returned function: what reading throws
 */
export function followFile<T>(path: string, read: (path: string) => T): () => T {
  let version = versionOf(path);
  let value = read(path);
  return () => {
    const latest = versionOf(path);
    if (latest === version) return value;
    try {
      value = read(path);
      version = latest;
    } catch {
      // being replaced, or broken: tried again at the next call
    }
    return value;
  };
}

/** Another one after every replacement of the file; undefined while there is none. */
function versionOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.ino} ${found.mtimeMs} ${found.size}`;
}
