import { bundleFormat, type CaseFacts, type Column, type RecordKind, type RecordReference, type RecordTypes } from '../../domain';
import { recordReference } from './record-reference';

/** One documented value of a record, with its column. */
export interface DocumentedField {
  readonly at: RecordReference & { readonly field: string };
  readonly column: Column;
  readonly value: string | number | boolean;
}

/** The values that a record documents, in the order of its fields. */
export function documentedFields<K extends RecordKind>(kind: K, record: RecordTypes[K]): readonly DocumentedField[] {
  const columns: Readonly<Record<string, Column | undefined>> = bundleFormat[kind].columns;
  const values: [string, DocumentedField['value']][] = Object.entries(record);
  const reference = recordReference(kind, record);
  return values.flatMap(([field, value]) => {
    const column = columns[field];
    return column ? [{ at: { ...reference, field }, column, value }] : [];
  });
}

/** The values that all records of a case document. */
export function documentedFieldsOf(facts: CaseFacts): readonly DocumentedField[] {
  return [
    ...documentedFields('patient', facts.patient),
    ...(facts.diagnosis ? documentedFields('diagnosis', facts.diagnosis) : []),
    ...facts.treatments.flatMap((record) => documentedFields('treatment', record)),
    ...facts.doses.flatMap((record) => documentedFields('dose', record)),
    ...facts.assessments.flatMap((record) => documentedFields('assessment', record)),
    ...facts.mutations.flatMap((record) => documentedFields('mutation', record)),
    ...facts.adverseEvents.flatMap((record) => documentedFields('adverseEvent', record)),
    ...(facts.failure ? documentedFields('failure', facts.failure) : []),
  ];
}
