import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { crc32 } from 'node:zlib';
import { badUserInput, type HubError } from '@registry-hub/shared/errors';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { BundleFileSource, BundleSource } from '../import';
import { type ArchivedFile, filesOfArchive } from './archive-faults';
import type { ArchiveLimits } from './archive-limits';

/** A bundle in a zip on disk. Its directory was checked; nothing of it is unpacked before it is read. */
export interface BundleArchive {
  readonly files: BundleSource;
  close(): void;
}

/**
 * Opens a zip as a bundle of one country.
 *
 * @throws HubError BAD_USER_INPUT, also while files are read, when it is no zip, is not what its directory says, or passes a limit
 */
export async function openBundleArchive(path: string, country: string, limits: ArchiveLimits): Promise<BundleArchive> {
  // names that lead out of the archive, and sizes that are not the real ones, are refused by the reader
  const zip = await openPromise(path, { autoClose: false, strictFileNames: true, validateEntrySizes: true }).catch(refuse);
  try {
    const entries = await entriesOf(zip, limits);
    const files = filesOfArchive(entries, (await stat(path)).size, country, limits);
    return { files: sourcesOf(zip, files), close: () => zip.close() };
  } catch (error) {
    zip.close();
    return refuse(error);
  }
}

async function entriesOf(zip: ZipFile, limits: ArchiveLimits): Promise<readonly Entry[]> {
  if (zip.entryCount > limits.entries) throw new Error(`it holds more than ${limits.entries} files`);
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

async function* sourcesOf(zip: ZipFile, files: readonly ArchivedFile[]): AsyncGenerator<BundleFileSource> {
  for (const { name, entry } of files) {
    const stream = await zip.openReadStreamPromise(entry).catch(refuse);
    yield { name, pieces: textOf(stream, entry.crc32) };
  }
}

/** The bytes as text, checked against the sum that the zip gives; what is no UTF-8 becomes the sign that stands for it. */
async function* textOf(stream: Readable, sum: number): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let actual = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      actual = crc32(chunk, actual);
      yield decoder.write(chunk);
    }
  } catch (error) {
    refuse(error);
  }
  if (actual !== sum) refuse('a file of it is damaged');
  yield decoder.end();
}

function refuse(error: unknown): never {
  throw refusal(error instanceof Error ? error.message : String(error));
}

/** The reader's own sentences speak of bytes and sizes, and show no content. */
function refusal(reason: string): HubError {
  return badUserInput({ field: 'bundle', message: `The zip can't be taken: ${reason}.` });
}
