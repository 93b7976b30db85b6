import { bundleFormat, type RecordKind, type RecordTypes } from '@registry-hub/shared/domain';

/** A record's natural key, as values in key order. */
export function keyOf<K extends RecordKind>(kind: K, record: RecordTypes[K]): readonly string[] {
  return bundleFormat[kind].key.map((field) => String(record[field]));
}

/** A key as one text. */
export function joinKey(key: readonly string[]): string {
  return key.join('\0');
}

export function keyText<K extends RecordKind>(kind: K, record: RecordTypes[K]): string {
  return joinKey(keyOf(kind, record));
}
