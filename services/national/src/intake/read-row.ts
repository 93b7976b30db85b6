import { holdsBrokenCharacters } from './broken-characters';
import type { ReadableRow } from './csv-rows';
import { type FieldValue, missing } from './field';
import { fieldFault } from './field-fault';
import type { Header, PlacedColumn } from './header';
import { holdsDayOf } from './identifying';
import { identifiedBy, identifyingField } from './identifying-field';
import { joinCells } from './join-cells';
import type { ReportProblem } from './problem-log';
import { remember } from './remember';

/** What a row holds: the fields that are known. */
export interface RowFields {
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Whether every cell could be read and none that is required is empty. */
  readonly whole: boolean;
}

export type ReadRow = (row: ReadableRow) => RowFields;

/** Distinct cells of unknown columns whose verdict is kept. */
const REMEMBERED = 50_000;

/**
 * The reader of a file's rows.
 *
 * @param isFileBroken whether the file, as far as it was read, holds characters that no UTF-8 text holds, so that its cells must be
 *   searched for them
 */
export function rowReader(header: Header, isFileBroken: () => boolean, report: ReportProblem): ReadRow {
  const isBroken = (cell: string, line: number, column: string): boolean => {
    if (!isFileBroken() || !holdsBrokenCharacters(cell)) return false;
    report('NOT_UTF8', line, 'The cell holds characters that no UTF-8 text holds; save the file as UTF-8.', column);
    return true;
  };
  const searchUnknown = unknownCellsReader(header, isBroken, report);
  const columns = joinedFirst(header.columns);

  return (row) => {
    const { line, cells } = row;
    const fields: Record<string, FieldValue> = {};
    let whole = header.complete;
    const joined = new Map<string, string>();
    for (const { index, field, name, required, parse, into } of columns) {
      const own = cells[index]?.trim() ?? '';
      const cell = joinCells(joined.get(field) ?? '', own);
      const read = isBroken(own, line, name) ? undefined : parse(cell);
      if (read && 'value' in read) {
        if (into === undefined) fields[field] = read.value;
        else joined.set(into, String(read.value));
        continue;
      }
      const fault = read && fieldFault(name, required, read);
      if (fault) report(fault.rule, line, fault.message, name);
      if (fault || !read) whole = false;
    }
    searchUnknown(row, fields['birthMonth']);
    return { fields, whole };
  };
}

function joinedFirst(columns: readonly PlacedColumn[]): readonly PlacedColumn[] {
  return [...columns.filter(({ into }) => into !== undefined), ...columns.filter(({ into }) => into === undefined)];
}

/** Searches the cells of columns outside the format for what must not be there, a day in the patient's birth month included. */
function unknownCellsReader(
  { unknown }: Header,
  isBroken: (cell: string, line: number, column: string) => boolean,
  report: ReportProblem,
): (row: ReadableRow, birthMonth: FieldValue | undefined) => void {
  const search = remember((cell) => identifyingField(cell, { names: true, dates: false }) ?? missing, REMEMBERED);
  return ({ line, cells }, birthMonth) => {
    for (const { index, name } of unknown) {
      const cell = cells[index]?.trim() ?? '';
      if (cell === '' || isBroken(cell, line, name)) continue;
      const isBirth = typeof birthMonth === 'string' && holdsDayOf(birthMonth, cell);
      const found = isBirth ? identifiedBy('a full date of birth', cell) : search(cell);
      if ('invalid' in found) report(found.invalid, line, `The column ${found.reason}.`, name);
    }
  };
}
