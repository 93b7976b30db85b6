import { bundleFormat, type RecordKind, type RecordTypes, recordKinds } from '@registry-hub/shared/domain';
import { type ExtensionFormat, type ExtensionRecord, extensionKeyOf } from '../extension';
import type { FieldValue, FieldValues, RecordChange } from './record-change';

/** Fields that are not part of the natural key. */
const otherFields: ReadonlyMap<RecordKind, readonly string[]> = new Map(
  recordKinds.map((kind) => {
    const key: readonly string[] = bundleFormat[kind].key;
    return [kind, Object.keys(bundleFormat[kind].columns).filter((field) => !key.includes(field))];
  }),
);

/**
 * How a record differs from what it was; undefined when it does not.
 *
 * @param before undefined when the record is new
 * @param after of the same natural key; undefined when the record is void
 */
export function diffRecords<K extends RecordKind>(
  kind: K,
  before: RecordTypes[K] | undefined,
  after: RecordTypes[K] | undefined,
): RecordChange | undefined {
  const record = after ?? before;
  if (record === undefined || before === after) return undefined;
  const difference = differenceOf(otherFields.get(kind) ?? [], before, after);
  return difference && { kind, key: keyOf(kind, record), ...difference };
}

/** The same of a record of an extension. */
export function diffExtensionRecords(
  format: ExtensionFormat,
  before: ExtensionRecord | undefined,
  after: ExtensionRecord | undefined,
): RecordChange | undefined {
  const record = after ?? before;
  if (record === undefined) return undefined;
  const fields = Object.keys(format.columns).filter((field) => !format.key.includes(field));
  const difference = differenceOf(fields, before, after);
  return difference && { kind: format.kind, key: extensionKeyOf(format, record), ...difference };
}

function differenceOf(
  fields: readonly string[],
  before: object | undefined,
  after: object | undefined,
): Pick<RecordChange, 'before' | 'after'> | undefined {
  const differing = before && after ? fields.filter((field) => valueOf(before, field) !== valueOf(after, field)) : fields;
  if (differing.length === 0 && before && after) return undefined;
  return { ...(before && { before: pick(before, differing) }), ...(after && { after: pick(after, differing) }) };
}

/** A record's natural key, as values in key order. */
export function keyOf<K extends RecordKind>(kind: K, record: RecordTypes[K]): readonly string[] {
  return bundleFormat[kind].key.map((field) => String(record[field]));
}

function pick(record: object, fields: readonly string[]): FieldValues {
  const values: Record<string, FieldValue> = {};
  for (const field of fields) {
    const value = valueOf(record, field);
    if (value !== undefined) values[field] = value;
  }
  return values;
}

function valueOf(record: object | undefined, field: string): FieldValue | undefined {
  return (record as FieldValues | undefined)?.[field];
}
