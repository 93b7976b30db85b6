import type { IntakeRule } from './intake-rules';

export type FieldValue = string | number | boolean;

/** What a cell holds: a value, nothing, or something that is not a value of its column. Only its reader decides what follows. */
export type Field<T extends FieldValue = FieldValue> = { readonly value: T } | { readonly missing: true } | InvalidField;

export interface InvalidField {
  /** The rule that the cell breaks. */
  readonly invalid: IntakeRule;
  readonly raw: string;
  /** What would be right. */
  readonly reason: string;
}

/** Reads one trimmed cell. */
export type FieldParser<T extends FieldValue = FieldValue> = (cell: string) => Field<T>;

export const missing = { missing: true } as const;
