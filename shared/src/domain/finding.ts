import type { RecordKind } from './records';
import type { Severity } from './vocabulary';

/** Which record of a case a finding speaks of: its kind, its natural key as values in key order, and the field. */
export interface RecordReference {
  readonly kind: RecordKind;
  readonly key: readonly string[];
  readonly field?: string;
}

/**
 * What a rule found. The sentence names the values it compares and what would be right; it never holds more of the
 * patient than the record it speaks of.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly at: RecordReference;
  readonly message: string;
}
