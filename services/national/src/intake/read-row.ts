import { holdsBrokenCharacters } from './broken-characters';
import type { ReadableRow } from './csv-rows';
import type { FieldValue } from './field';
import type { Header } from './header';
import { holdsDayOf } from './identifying';
import { identifiedBy, unreadField } from './identifying-field';
import type { ReportProblem } from './problem-log';
import { remember } from './remember';

/** What a row holds: the fields that are known. */
export interface RowFields {
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Whether every cell could be read and none that is required is empty. */
  readonly whole: boolean;
}

/** Distinct cells of unknown columns whose verdict is kept. */
const REMEMBERED = 50_000;

/**
 * The reader of a file's rows.
 *
 * @param broken whether the file holds characters that no UTF-8 text holds, so that its cells must be searched for them
 */
export function rowReader(header: Header, broken: boolean, report: ReportProblem): (row: ReadableRow) => RowFields {
  const readUnknown = remember(unreadField, REMEMBERED);
  const refuse = (line: number, column: string, raw: string): boolean => {
    if (!broken || !holdsBrokenCharacters(raw)) return false;
    report('NOT_UTF8', line, 'The cell holds characters that no UTF-8 text holds; save the file as UTF-8.', column);
    return true;
  };

  return ({ line, cells }) => {
    const fields: Record<string, FieldValue> = {};
    let whole = header.complete;
    for (const column of header.columns) {
      const cell = (cells[column.index] ?? '').trim();
      if (refuse(line, column.name, cell)) {
        whole = false;
        continue;
      }
      const read = column.parse(cell);
      if ('value' in read) fields[column.field] = read.value;
      else if ('invalid' in read) {
        whole = false;
        report(read.invalid, line, `${column.name} ${read.reason}.`, column.name);
      } else if (column.required) {
        whole = false;
        report('MISSING_VALUE', line, `${column.name} is required and must not be empty.`, column.name);
      }
    }
    for (const { index, name } of header.unknown) {
      const cell = (cells[index] ?? '').trim();
      if (cell === '' || refuse(line, name, cell)) continue;
      const birthMonth = fields['birthMonth'];
      const read =
        typeof birthMonth === 'string' && holdsDayOf(birthMonth, cell) ? identifiedBy('a full date of birth', cell) : readUnknown(cell);
      if ('invalid' in read) report(read.invalid, line, `The column ${read.reason}.`, name);
    }
    return { fields, whole };
  };
}
