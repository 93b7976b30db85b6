import { referredHgvs } from '@registry-hub/shared/clinical';
import type { CodeableConcept, Coding, Extension, Quantity, Reference } from 'fhir/r4';
import { displayOf, type LocalSystem, namespaces, type Term } from '../codes';
import type { ExtensionField, ValueType } from '../fhir-field';

/** A record's fields as values; what is absent is not written. */
export type Values = Readonly<Record<string, string | number | boolean | undefined>>;

export const coding = ({ system, code, display }: Term): Coding => ({ system, code, display });

export const concept = (...terms: readonly Term[]): CodeableConcept => ({ coding: terms.map(coding) });

export const localConcept = ({ uri }: LocalSystem, value: string): CodeableConcept => ({
  coding: [{ system: uri, code: value, display: displayOf(value) }],
});

export const quantity = (value: number, unit: string): Quantity => ({ value, unit, system: namespaces.ucum, code: unit });

export const reference = (resourceType: string, id: string): Reference => ({ reference: `${resourceType}/${id}` });

/** The one `value[x]` that a field's value becomes. */
export type WrittenValue = Pick<
  Extension,
  'valueQuantity' | 'valueInteger' | 'valueBoolean' | 'valueString' | 'valueDateTime' | 'valueCodeableConcept'
>;

/** A field's value as `value[x]`, to be spread into an observation, a component or an extension. */
export function writtenValue(type: ValueType, value: string | number | boolean): WrittenValue {
  switch (type.kind) {
    case 'quantity':
      return { valueQuantity: quantity(Number(value), type.unit) };
    case 'integer':
      return { valueInteger: Number(value) };
    case 'boolean':
      return { valueBoolean: value === true };
    case 'text':
      return { valueString: String(value) };
    case 'day':
      return { valueDateTime: String(value) };
    case 'code':
      return { valueCodeableConcept: localConcept(type.system, String(value)) };
    case 'variant': {
      const code = referredHgvs(String(value));
      return { valueCodeableConcept: { coding: [{ system: namespaces.hgvs, code, display: String(value) }] } };
    }
  }
}

/** The `extension` element of what is known of some fields, to be spread; nothing when none of them is. */
export function writtenExtensions(fields: readonly ExtensionField[], values: Values): { readonly extension?: Extension[] } {
  const extension = fields.flatMap(({ field, url, type }): Extension[] => {
    const value = values[field];
    return value === undefined ? [] : [{ url, ...writtenValue(type, value) }];
  });
  return extension.length === 0 ? {} : { extension };
}
