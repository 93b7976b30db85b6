import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** Files of a folder as one zip that is made while it is read. */
export function zipFolder(folder: string, names: readonly string[]): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  pipeline(zip.outputStream, output).catch((error: Error) => output.destroy(error));
  zip.on('error', (error: Error) => output.destroy(error));
  for (const name of names) zip.addFile(join(folder, name), name, { compressionLevel: 1 });
  zip.end();
  return output;
}
