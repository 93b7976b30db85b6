import type { Field } from './field';
import type { IntakeRule } from './intake-rules';

/** What is wrong with one field, and what would be right. */
export interface FieldFault {
  readonly rule: IntakeRule;
  readonly message: string;
}

/**
 * What is wrong with a field that was read; undefined when nothing is.
 *
 * @param name the field's, as whoever handed it in knows it
 */
export function fieldFault(name: string, required: boolean, read: Field): FieldFault | undefined {
  if ('invalid' in read) return { rule: read.invalid, message: `${name} ${read.reason}.` };
  if ('missing' in read && required) return { rule: 'MISSING_VALUE', message: `${name} is required and must not be empty.` };
  return undefined;
}
