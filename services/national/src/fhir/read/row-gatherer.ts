import { bundleFormat, type RecordKind } from '@registry-hub/shared/domain';
import type { AddressBook } from './address-book';
import type { FhirPart } from './fhir-part';
import type { FhirPlace, FhirProblem, ResourceName } from './fhir-problem';

/** Everything that resources say of one record. */
export interface GatheredRow {
  readonly kind: RecordKind;
  readonly values: Readonly<Record<string, string | number | boolean>>;
  /** Where each field was read. */
  readonly places: ReadonlyMap<string, FhirPlace>;
  /** The resource that spoke of the record first. */
  readonly first: ResourceName;
}

interface OpenRow extends GatheredRow {
  readonly values: Record<string, string | number | boolean>;
  readonly places: Map<string, FhirPlace>;
}

/** Joins what resources say of the same record, in whatever order they come. */
export class RowGatherer {
  private readonly rows = new Map<string, OpenRow>();

  constructor(
    private readonly addresses: AddressBook,
    private readonly report: (problem: FhirProblem) => void,
  ) {}

  /** The records in the order in which they were first spoken of. */
  get gathered(): Iterable<GatheredRow> {
    return this.rows.values();
  }

  take({ kind, name, fields }: FhirPart): void {
    const known = fields.map(([field, { value, path, refersTo }]) => {
      return [field, { value: refersTo ? this.addresses.codeOf(String(value)) : value, path }] as const;
    });
    const row = this.rowOf(name, kind, new Map(known.map(([field, { value }]) => [field, value])));
    for (const [field, { value, path }] of known) this.put(row, field, value, { ...name, path });
  }

  private put({ values, places }: OpenRow, field: string, value: string | number | boolean, place: FhirPlace): void {
    const before = places.get(field);
    if (!before) {
      values[field] = value;
      places.set(field, place);
    } else if (values[field] !== value) {
      const message = `${place.path} must say what ${before.path} of ${before.resourceType}/${before.id ?? ''} says: they mean one field.`;
      this.report({ severity: 'HARD', rule: 'CONTRADICTION', ...place, message });
    }
  }

  /** Records whose key is not whole stay by themselves. */
  private rowOf(first: ResourceName, kind: RecordKind, values: ReadonlyMap<string, unknown>): OpenRow {
    const key = bundleFormat[kind].key.map((field) => values.get(field));
    const address = JSON.stringify([kind, ...key, ...(key.includes(undefined) ? [this.rows.size] : [])]);
    const known = this.rows.get(address);
    if (known) return known;
    const row = { kind, values: {}, places: new Map<string, FhirPlace>(), first };
    this.rows.set(address, row);
    return row;
  }
}
