import type { RecordKind, RecordTypes } from '@registry-hub/shared/domain';
import { intakeRules, readInput } from '../../intake';
import { elementOf } from '../element-of';
import { AddressBook } from './address-book';
import type { FhirPlace, FhirProblem } from './fhir-problem';
import { type ReadResource, readResource } from './read-resource';
import type { ResourceEntry } from './resource-entry';
import { type GatheredRow, RowGatherer } from './row-gatherer';

/** A record and where each of its fields was read. */
export interface PlacedRecord<K extends RecordKind> {
  readonly record: RecordTypes[K];
  readonly placeOf: (field: string) => FhirPlace;
}

export type PlacedRecords = { readonly [K in RecordKind]: readonly PlacedRecord<K>[] };

export interface FhirReading {
  readonly records: PlacedRecords;
  /** All of them, in the order of the resources. */
  readonly problems: readonly FhirProblem[];
}

/**
 * Reads resources into records, by the same rules of columns as a bundle's rows, and lists everything in them that the registry
 * can't hold. The order of resources, components and codings does not matter. Never throws.
 *
 * @param country the registry's own, ISO 3166-1 alpha-2; codes of another are refused
 */
export function readResources(entries: Iterable<ResourceEntry>, country: string): FhirReading {
  const problems: FhirProblem[] = [];
  const report = (problem: FhirProblem): void => void problems.push(problem);
  const addresses = new AddressBook();
  const read: ReadResource[] = [];
  for (const entry of entries) {
    const resource = readResource(entry, report);
    if (!resource) continue;
    const { resourceType, id } = resource.name;
    const known = [...(id === undefined ? [] : [`${resourceType}/${id}`]), ...(entry.fullUrl === undefined ? [] : [entry.fullUrl])];
    for (const part of resource.parts) addresses.note(part, known);
    read.push(resource);
  }
  const gatherer = new RowGatherer(addresses, report);
  for (const { name, parts } of read) for (const part of parts) gatherer.take(name, part);
  return { records: recordsOf(gatherer.gathered, country, report), problems };
}

function recordsOf(rows: Iterable<GatheredRow>, country: string, report: (problem: FhirProblem) => void): PlacedRecords {
  const all = [...rows];
  const of = <K extends RecordKind>(kind: K): PlacedRecord<K>[] =>
    all.flatMap((row) => {
      if (row.kind !== kind) return [];
      const placeOf = (field: string): FhirPlace => row.places.get(field) ?? { ...row.first, path: elementOf(kind, field) };
      const { record, faults } = readInput(kind, row.values, country);
      for (const { field, rule, message } of faults) report({ severity: intakeRules[rule], ...placeOf(field), rule, message });
      return record ? [{ record, placeOf }] : [];
    });
  return {
    center: of('center'),
    patient: of('patient'),
    diagnosis: of('diagnosis'),
    treatment: of('treatment'),
    dose: of('dose'),
    assessment: of('assessment'),
    mutation: of('mutation'),
    adverseEvent: of('adverseEvent'),
    failure: of('failure'),
  };
}
