import type { RegistryResource } from './write-resources';

/** Newline-delimited JSON, one resource a line, as FHIR Bulk Data Access has it (HL7, 2021). */
export function* ndjson(resources: Iterable<RegistryResource>): Generator<string> {
  for (const resource of resources) yield `${JSON.stringify(resource)}\n`;
}
