import type { RecordKind, RecordTypes } from '@registry-hub/shared/domain';
import type { LocalSystem, Term } from './codes';

/** How a field's value is written in FHIR: which `value[x]` it is, and of what unit or vocabulary. */
export type ValueType =
  | { readonly kind: 'quantity'; readonly unit: string }
  | { readonly kind: 'integer' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'text' }
  | { readonly kind: 'day' }
  | { readonly kind: 'code'; readonly system: LocalSystem }
  | { readonly kind: 'variant' };

/** The fields of a kind of record. */
export type FieldOf<K extends RecordKind> = keyof RecordTypes[K] & string;

/** A field of a record as an observation's value or component, or as an extension. */
export interface FhirField<F extends string = string> {
  readonly field: F;
  readonly type: ValueType;
}

/** As a component of an observation, under a code of its own. */
export interface ComponentField<F extends string = string> extends FhirField<F> {
  readonly term: Term;
}

/** As an extension, under a URL of its own. */
export interface ExtensionField<F extends string = string> extends FhirField<F> {
  readonly url: string;
}
