import type { RecordKind } from '@registry-hub/shared/domain';
import type { FhirElement } from './fhir-element';

/** What a resource says of one field of a record. */
export interface PartField {
  readonly value: string | number | boolean;
  readonly path: string;
  /** Of a value that is the address of another resource, whose code is meant. */
  readonly refersTo?: 'Patient' | 'Organization';
}

/** What one resource says of one record; others may say the rest. */
export interface RowPart {
  readonly kind: RecordKind;
  readonly fields: ReadonlyMap<string, PartField>;
}

/** A value and where it was read. */
export interface Found {
  readonly value: string | number | boolean;
  readonly path: string;
}

/** Collects what a resource says of one record; what is not known is left out. */
export class PartDraft implements RowPart {
  private readonly known = new Map<string, PartField>();

  constructor(readonly kind: RecordKind) {}

  get fields(): ReadonlyMap<string, PartField> {
    return this.known;
  }

  set(field: string, found: PartField | undefined): this {
    if (found) this.known.set(field, found);
    return this;
  }

  text(field: string, element: FhirElement | undefined, name: string): this {
    const value = element?.text(name);
    return this.set(field, element && value !== undefined ? { value, path: `${element.path}.${name}` } : undefined);
  }

  /** A day; of a time its day as written, in the zone it was written in. */
  day(field: string, element: FhirElement | undefined, name: string): this {
    return this.set(field, element && foundDay(element, name));
  }

  /** The centre or patient that an element refers to, by address or by the registry's identifier. */
  refer(field: string, element: FhirElement, name: string, refersTo: 'Patient' | 'Organization'): this {
    const reference = element.one(name)?.skip('display', 'type');
    const identifier = reference?.one('identifier')?.skip('system', 'type', 'use');
    const value = identifier?.text('value') ?? reference?.text('reference');
    return this.set(field, value === undefined ? undefined : { value, path: `${element.path}.${name}`, refersTo });
  }
}

const TIME = /^(\d{4}-\d{2}-\d{2})T/;

export function foundDay(element: FhirElement, name: string): Found | undefined {
  const value = element.text(name);
  return value === undefined ? undefined : { value: TIME.exec(value)?.[1] ?? value, path: `${element.path}.${name}` };
}
