import { bundleFormat, type Column, type RecordKind, type RecordTypes } from '@registry-hub/shared/domain';
import type { FieldValue } from './field';

/** The fields of a record that are known, each of its column's type. */
export type Fields = Readonly<Record<string, FieldValue>>;

/** Fields are a record when no required one is absent; their types are those of their columns. */
export function recordGuard<K extends RecordKind>(kind: K): (fields: Fields) => fields is Fields & RecordTypes[K] {
  const isWhole = hasRequired(bundleFormat[kind].columns);
  return (fields): fields is Fields & RecordTypes[K] => isWhole(fields);
}

/** Whether fields make a record of a file with these columns: no required one is absent. */
export function hasRequired(columns: Readonly<Record<string, Column>>): (fields: Fields) => boolean {
  const required = Object.keys(columns).filter((field) => columns[field]?.required);
  return (fields) => required.every((field) => fields[field] !== undefined);
}
