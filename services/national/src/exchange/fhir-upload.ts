import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { badUserInput, HubError } from '@registry-hub/shared/errors';
import { BundleEntryReader, bundleEntries, ndjsonEntry, type ResourceEntry } from '../fhir';
import type { ArchiveLimits } from './archive-limits';
import { openBundleArchive } from './bundle-archive';
import { decoded, LONGEST_RESOURCE, linesOf, tooLong } from './resource-lines';

const GIBIBYTE = 2 ** 30;

/** FHIR repeats itself: its files shrink to a fortieth, and are ten times those of a bundle. */
export const fhirLimits: ArchiveLimits = { archiveBytes: 2 * GIBIBYTE, entries: 32, unpackedBytes: 64 * GIBIBYTE, ratio: 200 };

/** The media types in which FHIR is taken. */
export const fhirTypes = ['application/fhir+json', 'application/fhir+ndjson', 'application/zip'] as const;
export type FhirType = (typeof fhirTypes)[number];

/**
 * The resources of an upload, one by one: of a Bundle or single resource, of NDJSON, or of a zip of NDJSON files.
 *
 * @throws HubError BAD_USER_INPUT when a zip can't be taken, or a resource is longer than one may be
 */
export async function* entriesOfUpload(path: string, type: FhirType, country: string): AsyncGenerator<ResourceEntry> {
  switch (type) {
    case 'application/fhir+json':
      if ((await stat(path)).size > LONGEST_RESOURCE) yield* entriesOfBundle(path);
      else yield* bundleEntries(ndjsonEntry(await readFile(path, 'utf8'), '').resource);
      return;
    case 'application/fhir+ndjson':
      yield* entriesOfLines(decoded(createReadStream(path)), '');
      return;
    case 'application/zip':
      yield* entriesOfArchive(path, country);
  }
}

/** What is longer than a resource may be is a Bundle, and read entry by entry. */
async function* entriesOfBundle(path: string): AsyncGenerator<ResourceEntry> {
  const reader = new BundleEntryReader();
  let since = 0;
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      const entries = reader.read(piece);
      yield* entries;
      since = entries.length > 0 ? 0 : since + piece.length;
      if (since > LONGEST_RESOURCE) throw tooLong();
    }
    reader.end();
  } catch (error) {
    if (error instanceof HubError) throw error;
    // the parser's own sentences may show what was written
    throw badUserInput({ field: 'body', message: `A body of more than ${LONGEST_RESOURCE} bytes must be a Bundle, and whole JSON.` });
  }
}

async function* entriesOfArchive(path: string, country: string): AsyncGenerator<ResourceEntry> {
  const archive = await openBundleArchive(path, country, fhirLimits);
  try {
    for await (const { name, pieces } of archive.files) yield* entriesOfLines(pieces, `${name}, `);
  } finally {
    archive.close();
  }
}

async function* entriesOfLines(pieces: AsyncIterable<string>, before: string): AsyncGenerator<ResourceEntry> {
  let number = 0;
  for await (const line of linesOf(pieces)) {
    number += 1;
    if (line.trim() !== '') yield ndjsonEntry(line, `${before}line ${number}`);
  }
}
