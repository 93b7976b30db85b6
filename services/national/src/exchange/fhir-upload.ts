import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Readable } from 'node:stream';
import { bundleEntries, ndjsonEntry, type ResourceEntry } from '../fhir';
import type { ArchiveLimits } from './archive-limits';
import { openBundleArchive } from './bundle-archive';

const MEBIBYTE = 2 ** 20;

/** What is read of FHIR is in memory until the last resource is: less may come at once than as a bundle of CSV. */
export const fhirLimits: ArchiveLimits = { archiveBytes: 256 * MEBIBYTE, entries: 32, unpackedBytes: 512 * MEBIBYTE, ratio: 100 };

/** The media types in which FHIR is taken. */
export const fhirTypes = ['application/fhir+json', 'application/fhir+ndjson', 'application/zip'] as const;
export type FhirType = (typeof fhirTypes)[number];

/**
 * The resources of an upload: of a Bundle or single resource, of NDJSON, or of a zip of NDJSON files.
 *
 * @throws HubError BAD_USER_INPUT when a zip can't be taken
 */
export async function* entriesOfUpload(path: string, type: FhirType, country: string): AsyncGenerator<ResourceEntry> {
  switch (type) {
    case 'application/fhir+json':
      yield* bundleEntries(ndjsonEntry(await readFile(path, 'utf8'), '').resource);
      return;
    case 'application/fhir+ndjson':
      yield* entriesOfLines(createReadStream(path), '');
      return;
    case 'application/zip':
      yield* entriesOfArchive(path, country);
  }
}

async function* entriesOfArchive(path: string, country: string): AsyncGenerator<ResourceEntry> {
  const archive = await openBundleArchive(path, country, fhirLimits);
  try {
    for await (const { name, pieces } of archive.files) yield* entriesOfLines(Readable.from(pieces), `${name}, `);
  } finally {
    archive.close();
  }
}

async function* entriesOfLines(input: Readable, before: string): AsyncGenerator<ResourceEntry> {
  let line = 0;
  const failed = new Promise<never>((_, reject) => input.once('error', reject));
  // told by the race below; without a reader at that moment it is told nowhere else
  failed.catch(() => undefined);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  for (let next = await Promise.race([lines.next(), failed]); !next.done; next = await Promise.race([lines.next(), failed])) {
    line += 1;
    if (next.value.trim() !== '') yield ndjsonEntry(next.value, `${before}line ${line}`);
  }
}
