import { isJsonObject } from './fhir-element';
import type { ResourceEntry } from './resource-entry';

/** The resources of NDJSON; a line that is not JSON becomes an entry without a resource, which reading tells. */
export function* ndjsonEntries(lines: Iterable<string>): Generator<ResourceEntry> {
  let line = 0;
  for (const text of lines) {
    line += 1;
    if (text.trim() !== '') yield { resource: parsed(text), place: `line ${line}` };
  }
}

/** The resources of a Bundle of any type, of which entries that only ask or delete have none. */
export function* bundleEntries(bundle: unknown): Generator<ResourceEntry> {
  const entries = isJsonObject(bundle) && bundle['resourceType'] === 'Bundle' ? bundle['entry'] : [bundle];
  if (!Array.isArray(entries)) return;
  for (const [index, entry] of entries.entries()) {
    const { resource, fullUrl } = isJsonObject(entry) ? entry : { resource: undefined, fullUrl: undefined };
    yield { resource, place: `Bundle.entry[${index}]`, ...(typeof fullUrl === 'string' ? { fullUrl } : {}) };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
