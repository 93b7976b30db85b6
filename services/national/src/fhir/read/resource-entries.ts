import { bundleEntry } from './bundle-entry-reader';
import { isJsonObject } from './fhir-element';
import type { ResourceEntry } from './resource-entry';

/** One line of NDJSON; one that is not JSON becomes an entry without a resource, which reading tells. */
export const ndjsonEntry = (text: string, place: string): ResourceEntry => ({ resource: parsed(text), place });

/** The resources of a Bundle of any type, or a resource by itself. */
export function* bundleEntries(bundle: unknown): Generator<ResourceEntry> {
  if (!isJsonObject(bundle) || bundle['resourceType'] !== 'Bundle') {
    yield { resource: bundle, place: 'The body' };
    return;
  }
  const entries: readonly unknown[] = Array.isArray(bundle['entry']) ? bundle['entry'] : [];
  for (const [index, entry] of entries.entries()) yield bundleEntry(entry, index);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
