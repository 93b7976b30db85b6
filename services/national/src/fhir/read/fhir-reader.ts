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
  readonly problems: readonly FhirProblem[];
}

/**
 * Reads resources into records, by the same rules of columns as a bundle's rows, and lists everything in them that the registry
 * can't hold. The order of resources, components and codings does not matter. Of a resource only what it says of records is kept:
 * joined at once when it names its patient by code, and at the end when by an address of its own. Never throws.
 */
export class FhirReader {
  private readonly problems: FhirProblem[] = [];
  private readonly addresses = new AddressBook();
  private readonly gatherer = new RowGatherer(this.addresses, (problem) => this.report(problem));
  /** Resources that refer to others by addresses which may come later. */
  private readonly waiting: ReadResource[] = [];

  /** @param country the registry's own, ISO 3166-1 alpha-2; codes of another are refused */
  constructor(private readonly country: string) {}

  take(entry: ResourceEntry): void {
    const resource = readResource(entry, (problem) => this.report(problem));
    if (!resource) return;
    const { resourceType, id } = resource.name;
    const known = [...(id === undefined ? [] : [`${resourceType}/${id}`]), ...(entry.fullUrl === undefined ? [] : [entry.fullUrl])];
    for (const part of resource.parts) this.addresses.note(part, known);
    if (resource.parts.every((part) => this.addresses.isPlain(part))) this.join(resource);
    else this.waiting.push(resource);
  }

  /** What all resources say together. */
  read(): FhirReading {
    for (const resource of this.waiting.splice(0)) this.join(resource);
    const rows = [...this.gatherer.gathered];
    const records: PlacedRecords = {
      center: this.recordsOf('center', rows),
      patient: this.recordsOf('patient', rows),
      diagnosis: this.recordsOf('diagnosis', rows),
      treatment: this.recordsOf('treatment', rows),
      dose: this.recordsOf('dose', rows),
      assessment: this.recordsOf('assessment', rows),
      mutation: this.recordsOf('mutation', rows),
      adverseEvent: this.recordsOf('adverseEvent', rows),
      failure: this.recordsOf('failure', rows),
    };
    return { records, problems: this.problems };
  }

  private join({ name, parts }: ReadResource): void {
    for (const part of parts) this.gatherer.take(name, part);
  }

  private report(problem: FhirProblem): void {
    this.problems.push(problem);
  }

  private recordsOf<K extends RecordKind>(kind: K, rows: readonly GatheredRow[]): readonly PlacedRecord<K>[] {
    return rows.flatMap((row) => {
      if (row.kind !== kind) return [];
      const placeOf = (field: string): FhirPlace => row.places.get(field) ?? { ...row.first, path: elementOf(kind, field) };
      const { record, faults } = readInput(kind, row.values, this.country);
      for (const { field, rule, message } of faults) this.report({ severity: intakeRules[rule], ...placeOf(field), rule, message });
      return record ? [{ record, placeOf }] : [];
    });
  }
}
