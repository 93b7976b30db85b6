import { type CalendarDate, type CalendarMonth, type ColumnType, parseCalendarDate, parseCalendarMonth } from '@registry-hub/shared/domain';
import { type Field, type FieldParser, type InvalidField, missing } from './field';

const INTEGER = /^-?\d+$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** The parser of a column's type. An empty cell is missing, whatever the type: it is never 0 and never false. */
export function fieldParser(type: ColumnType): FieldParser {
  switch (type.kind) {
    case 'text':
      return textParser(type.pattern, type.form);
    case 'date':
      return parseDate;
    case 'month':
      return parseMonth;
    case 'boolean':
      return parseBoolean;
    case 'enum':
      return enumParser(type.values);
    case 'integer':
      return numberParser(INTEGER, 'must be a whole number, in digits', type);
    case 'decimal':
      return numberParser(DECIMAL, 'must be a number, with a point before its decimals', type);
  }
}

export function textParser(pattern?: RegExp, form = 'of its pattern'): FieldParser<string> {
  return (cell) => {
    if (cell === '') return missing;
    if (pattern && !pattern.test(cell)) return { invalid: 'PATTERN_MISMATCH', raw: cell, reason: `must be ${form}` };
    return { value: cell };
  };
}

export function parseDate(cell: string): Field<CalendarDate> {
  if (cell === '') return missing;
  const value = parseCalendarDate(cell);
  return value === undefined ? unparsable(cell, 'must be a date that exists, as YYYY-MM-DD') : { value };
}

export function parseMonth(cell: string): Field<CalendarMonth> {
  if (cell === '') return missing;
  const value = parseCalendarMonth(cell);
  return value === undefined ? unparsable(cell, 'must be a month, as YYYY-MM') : { value };
}

export function parseBoolean(cell: string): Field<boolean> {
  if (cell === '') return missing;
  if (cell === 'true' || cell === 'false') return { value: cell === 'true' };
  return unparsable(cell, 'must be true or false; empty when not known');
}

export function enumParser(values: readonly string[]): FieldParser<string> {
  const canonical = new Map(values.map((value) => [value, { value }]));
  const reason = `must be one of ${values.join(', ')}`;
  return (cell) => {
    if (cell === '') return missing;
    return canonical.get(cell) ?? { invalid: 'UNKNOWN_ENUM_VALUE', raw: cell, reason };
  };
}

type NumberType = Extract<ColumnType, { readonly kind: 'integer' | 'decimal' }>;

export function numberParser(form: RegExp, right: string, type: NumberType): FieldParser<number> {
  const check = numberCheck(type);
  return (cell) => {
    if (cell === '') return missing;
    return form.test(cell) ? check(Number(cell), cell) : unparsable(cell, right);
  };
}

/** What remains to be said of a number that was read: whether it can be at all. */
export function numberCheck(type: NumberType): (value: number, raw: string) => Field<number> {
  const { min, max } = type.hard;
  const range = `must lie between ${min} and ${max}${type.unit ? ` ${type.unit}` : ''}`;
  return (value, raw) => {
    if (value < min || value > max) return { invalid: 'OUTSIDE_HARD_RANGE', raw, reason: range };
    // -0 is 0: otherwise a second import of the same bundle would see a change
    return { value: value === 0 ? 0 : value };
  };
}

function unparsable(raw: string, reason: string): InvalidField {
  return { invalid: 'UNPARSABLE_VALUE', raw, reason };
}
