import { bundleFormat, type RecordKind, recordKinds } from '@registry-hub/shared/domain';
import type { IncomingRow } from '../intake';

type Value = IncomingRow['fields'][string];

/** A row without what its place tells: line, whether it is whole, and its fields in the order of the columns. */
export type PackedRow = readonly [line: number, isWhole: 0 | 1, ...values: readonly (Value | null)[]];

const fieldsOf: ReadonlyMap<RecordKind, readonly string[]> = new Map(
  recordKinds.map((kind) => [kind, Object.keys(bundleFormat[kind].columns)]),
);

/** A row as it is staged: a third as long as with the names of its fields. */
export function packRow({ kind, line, fields, whole }: IncomingRow): PackedRow {
  const names = fieldsOf.get(kind) ?? [];
  return [line, whole ? 1 : 0, ...names.map((name) => fields[name] ?? null)];
}

/** The inverse of {@link packRow}. */
export function unpackRow(kind: RecordKind, code: string, [line, isWhole, ...values]: PackedRow): IncomingRow {
  const names = fieldsOf.get(kind) ?? [];
  const fields: Record<string, Value> = {};
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index];
    const value = values[index];
    if (name !== undefined && value !== undefined && value !== null) fields[name] = value;
  }
  return { kind, code, line, fields, whole: isWhole === 1 };
}
