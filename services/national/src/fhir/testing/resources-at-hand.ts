import type { CaseFacts, Center } from '@registry-hub/shared/domain';
import {
  FhirReader,
  type FhirReading,
  ndjsonEntry,
  patientResources,
  type RegistryResource,
  type ResourceEntry,
  writeOrganization,
} from '..';

/** All resources of some centres and patients, one type after the other within each. */
export function* writeResources(centers: Iterable<Center>, cases: Iterable<CaseFacts>): Generator<RegistryResource> {
  for (const center of centers) yield writeOrganization(center);
  for (const facts of cases) for (const write of Object.values(patientResources)) yield* write(facts);
}

/** Reads resources that are at hand, all at once. */
export function readResources(entries: Iterable<ResourceEntry>, country: string): FhirReading {
  const reader = new FhirReader(country);
  for (const entry of entries) reader.take(entry);
  return reader.read();
}

/** The resources of NDJSON that is at hand. */
export function* ndjsonEntries(lines: Iterable<string>): Generator<ResourceEntry> {
  let line = 0;
  for (const text of lines) {
    line += 1;
    if (text.trim() !== '') yield ndjsonEntry(text, `line ${line}`);
  }
}
