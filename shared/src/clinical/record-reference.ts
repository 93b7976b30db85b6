import { bundleFormat, type RecordKind, type RecordReference, type RecordTypes } from '../domain';

/** The reference to a record by its natural key, and to one of its fields. */
export function recordReference<K extends RecordKind>(
  kind: K,
  record: RecordTypes[K],
  field?: keyof RecordTypes[K] & string,
): RecordReference {
  const key = bundleFormat[kind].key.map((name) => String(record[name]));
  return field === undefined ? { kind, key } : { kind, key, field };
}
