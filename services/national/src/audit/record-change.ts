import type { RecordKind } from '@registry-hub/shared/domain';
import type { ExtensionKind } from '../extension';

/** What can change: the records of the bundle and of extensions, and what the registry itself keeps about a case or as a whole. */
export type AuditedKind =
  | RecordKind
  | ExtensionKind
  | 'case'
  | 'dataQuery'
  | 'monitoringVisit'
  | 'setting'
  | 'countryKey'
  | 'freeze'
  | 'bundle';

export type FieldValue = string | number | boolean;

/** Values by field; a field that is absent is not known. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/**
 * How one record changed: the fields that differ, and no others. With neither `before` nor `after` the record is new, and its
 * values are not said.
 */
export interface RecordChange {
  readonly kind: AuditedKind;
  /** Natural key, as values in key order. */
  readonly key: readonly string[];
  /** What the fields held; absent when the record is new. */
  readonly before?: FieldValues;
  /** What they hold now; absent when the record is void, or when they are not said. */
  readonly after?: FieldValues;
}
