import { bundleFormat, type Column, type RecordKind, type RecordTypes } from '@registry-hub/shared/domain';
import type { FieldValue } from './field';

/** The fields of a record that are known, each of its column's type. */
export type Fields = Readonly<Record<string, FieldValue>>;

/** Fields are a record when no required one is absent; their types are those of their columns. */
export function recordGuard<K extends RecordKind>(kind: K): (fields: Fields) => fields is Fields & RecordTypes[K] {
  const columns = Object.entries<Column>(bundleFormat[kind].columns);
  const required = columns.filter(([, column]) => column.required).map(([field]) => field);
  return (fields): fields is Fields & RecordTypes[K] => required.every((field) => fields[field] !== undefined);
}
