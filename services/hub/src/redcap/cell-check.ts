import { type Column, parseCalendarDate, parseCalendarMonth } from '@registry-hub/shared/domain';
import type { RedcapRule } from './redcap-fault';

/** Why a cell holds no value of its column, and what would be right. */
export interface CellFault {
  readonly rule: RedcapRule;
  readonly reason: string;
}

const INTEGER = /^-?\d+$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;
/** A date whose year comes last, or whose parts are not parted by dashes: another setting of REDCap, or a spreadsheet's. */
const DATE_OF_ANOTHER_FORM = /^(\d{1,2}([-/.])\d{1,2}\2(\d{4}|\d{2})|\d{4}([/.])\d{1,2}\4\d{1,2})$/;

/** What is wrong with a cell of a bundle that is not empty; undefined when it is a value of its column. */
export function cellFault(type: Column, cell: string): CellFault | undefined {
  switch (type.kind) {
    case 'text':
      if (!type.pattern || type.pattern.test(cell)) return undefined;
      return { rule: 'PATTERN_MISMATCH', reason: `must be ${type.form ?? 'of its pattern'}` };
    case 'date':
      return dateFault(cell);
    case 'month':
      return parseCalendarMonth(cell) === undefined ? { rule: 'UNPARSABLE_VALUE', reason: 'must be a month, as YYYY-MM' } : undefined;
    case 'boolean':
      return cell === 'true' || cell === 'false' ? undefined : { rule: 'UNPARSABLE_VALUE', reason: 'must be true or false' };
    case 'enum':
      return type.values.includes(cell)
        ? undefined
        : { rule: 'UNKNOWN_CHOICE', reason: `must be the code of a choice: ${type.values.join(', ')}` };
    case 'integer':
      return INTEGER.test(cell) ? rangeFault(type, cell) : { rule: 'UNPARSABLE_VALUE', reason: 'must be a whole number, in digits' };
    case 'decimal':
      return DECIMAL.test(cell)
        ? rangeFault(type, cell)
        : { rule: 'UNPARSABLE_VALUE', reason: 'must be a number, with a point before its decimals' };
  }
}

function dateFault(cell: string): CellFault | undefined {
  if (parseCalendarDate(cell) !== undefined) return undefined;
  if (DATE_OF_ANOTHER_FORM.test(cell)) {
    return { rule: 'WRONG_DATE_FORMAT', reason: 'must be a date as YYYY-MM-DD; no other order of day, month and year is read' };
  }
  return { rule: 'UNPARSABLE_VALUE', reason: 'must be a date that exists, as YYYY-MM-DD' };
}

function rangeFault({ hard, unit }: Extract<Column, { readonly kind: 'integer' | 'decimal' }>, cell: string): CellFault | undefined {
  const value = Number(cell);
  if (value >= hard.min && value <= hard.max) return undefined;
  return { rule: 'OUTSIDE_HARD_RANGE', reason: `must lie between ${hard.min} and ${hard.max}${unit ? ` ${unit}` : ''}` };
}
