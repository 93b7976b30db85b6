import { bundleFormat, type CaseFacts, type Column, type RecordKind, type RecordReference, type RecordTypes } from '../../domain';
import { recordReference } from '../record-reference';

type FieldValue = string | number | boolean;

/** One documented value of a record, with its column. */
export interface DocumentedField {
  readonly at: RecordReference & { readonly field: string };
  readonly column: Column;
  readonly value: FieldValue;
}

/** Which documented values are looked for. */
export type FieldTest = (value: FieldValue, column: Column, kind: RecordKind, field: string) => boolean;

/** The values that a record documents and a test looks for, in the order of the record's fields. */
export function documentedFields<K extends RecordKind>(kind: K, record: RecordTypes[K], isWanted: FieldTest): readonly DocumentedField[] {
  const columns: Readonly<Record<string, Column | undefined>> = bundleFormat[kind].columns;
  const values: Readonly<Record<string, FieldValue>> = { ...record };
  const found: DocumentedField[] = [];
  // every value of every record comes through here: no list of pairs is made of them
  for (const field in values) {
    const column = columns[field];
    const value = values[field];
    if (!column || value === undefined || !isWanted(value, column, kind, field)) continue;
    found.push({ at: { ...recordReference(kind, record), field }, column, value });
  }
  return found;
}

/** The values that the records of a case document and a test looks for. */
export function documentedFieldsOf(facts: CaseFacts, isWanted: FieldTest): readonly DocumentedField[] {
  return [
    ...documentedFields('patient', facts.patient, isWanted),
    ...(facts.diagnosis ? documentedFields('diagnosis', facts.diagnosis, isWanted) : []),
    ...facts.treatments.flatMap((record) => documentedFields('treatment', record, isWanted)),
    ...facts.doses.flatMap((record) => documentedFields('dose', record, isWanted)),
    ...facts.assessments.flatMap((record) => documentedFields('assessment', record, isWanted)),
    ...facts.mutations.flatMap((record) => documentedFields('mutation', record, isWanted)),
    ...facts.adverseEvents.flatMap((record) => documentedFields('adverseEvent', record, isWanted)),
    ...(facts.failure ? documentedFields('failure', facts.failure, isWanted) : []),
  ];
}
