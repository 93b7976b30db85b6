import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/** Writes the files of a zip into a folder, which is made where it is not there. @returns their names */
export async function unzip(path: string, folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const names: string[] = [];
  const zip = await openPromise(path, { autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(join(folder, entry.fileName)));
      names.push(entry.fileName);
    }
  } finally {
    zip.close();
  }
  return names;
}
