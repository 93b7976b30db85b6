import {
  bundleFormat,
  type CaseFacts,
  type Column,
  type RecordKind,
  type RecordReference,
  type RecordTypes,
  recordKinds,
} from '../../domain';
import { recordReference } from '../record-reference';

type FieldValue = string | number | boolean;

/** One documented value of a record, with its column. */
export interface DocumentedField {
  readonly at: RecordReference & { readonly field: string };
  readonly column: Column;
  readonly value: FieldValue;
}

/** Some of the columns of each kind of record. */
export type FieldSelection = ReadonlyMap<RecordKind, readonly (readonly [field: string, column: Column])[]>;

/** Which documented values are looked for. */
export type ValueTest = (value: FieldValue, column: Column) => boolean;

/** The columns that a rule looks at, chosen once and not for every record. */
export function selectFields(isWanted: (column: Column, kind: RecordKind, field: string) => boolean): FieldSelection {
  return new Map(
    recordKinds.map((kind) => [
      kind,
      Object.entries<Column>(bundleFormat[kind].columns).filter(([field, column]) => isWanted(column, kind, field)),
    ]),
  );
}

/** Of the selected values that a record documents, those that a test looks for, in the order of the columns. */
export function documentedFields<K extends RecordKind>(
  kind: K,
  record: RecordTypes[K],
  selection: FieldSelection,
  isWanted: ValueTest,
): readonly DocumentedField[] {
  const found: DocumentedField[] = [];
  for (const [field, column] of selection.get(kind) ?? []) {
    const value = record[field as keyof RecordTypes[K]] as FieldValue | undefined;
    if (value !== undefined && isWanted(value, column)) found.push({ at: { ...recordReference(kind, record), field }, column, value });
  }
  return found;
}

/** The same of all records of a case. */
export function documentedFieldsOf(facts: CaseFacts, selection: FieldSelection, isWanted: ValueTest): readonly DocumentedField[] {
  const found: DocumentedField[] = [];
  const look = <K extends RecordKind>(kind: K, records: readonly RecordTypes[K][]): void => {
    if (selection.get(kind)?.length === 0) return;
    for (const record of records) for (const field of documentedFields(kind, record, selection, isWanted)) found.push(field);
  };
  look('patient', [facts.patient]);
  look('diagnosis', facts.diagnosis ? [facts.diagnosis] : []);
  look('treatment', facts.treatments);
  look('dose', facts.doses);
  look('assessment', facts.assessments);
  look('mutation', facts.mutations);
  look('adverseEvent', facts.adverseEvents);
  look('failure', facts.failure ? [facts.failure] : []);
  return found;
}
