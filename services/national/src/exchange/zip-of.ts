import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ExportedFile } from '../export';

/** A time that no clock has a say in: two zips of the same files are the same to the byte. */
const MTIME = new Date(1980, 0, 1);

/** The files as one zip that is made while it is read. */
export function zipOf(files: readonly ExportedFile[]): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  // a failure on either side ends the other; whoever reads is told of it by the stream
  pipeline(zip.outputStream, output).catch((error: Error) => output.destroy(error));
  for (const { name, text } of files) {
    zip.addReadStreamLazy(name, { mtime: MTIME, forceDosTimestamp: true, mode: 0o100644 }, (give) => {
      const stream = Readable.from(text());
      stream.once('error', (error) => output.destroy(error));
      give(null, stream);
    });
  }
  zip.end();
  return output;
}
