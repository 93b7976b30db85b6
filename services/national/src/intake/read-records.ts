import { bundleFormat, columnName, type RecordKind } from '@registry-hub/shared/domain';
import { holdsBrokenCharacters } from './broken-characters';
import { type CsvRow, csvRows } from './csv-rows';
import { codeIn, type GapLog } from './gap-log';
import { type Header, readHeader } from './header';
import { KeyLog } from './key-log';
import type { KnownColumns } from './known-columns';
import type { SourcedRecord } from './parsed-bundle';
import type { ReportProblem } from './problem-log';
import { type RowFields, rowReader } from './read-row';
import { recordGuard } from './record-guard';

export interface ReadRecords<K extends RecordKind> {
  readonly records: readonly SourcedRecord<K>[];
  /** Data rows, unreadable ones included; 0 when the header can't be read. */
  readonly rows: number;
}

/**
 * Reads the file of one kind of record. A row with a fault in an optional cell still becomes a record, without that cell, so that
 * validation can look at the rest of it; a row without a required value becomes none.
 */
export function readRecords<K extends RecordKind>(
  kind: K,
  content: string,
  known: KnownColumns,
  report: ReportProblem,
  gaps: GapLog,
): ReadRecords<K> {
  const broken = holdsBrokenCharacters(content);
  const rows = csvRows(content);
  const header = openHeader(rows, known, broken, report);
  const { file, key } = bundleFormat[kind];
  if (!header || !key.every((field) => header.columns.some((column) => column.field === field))) gaps.noteFile(kind);
  if (!header) return { records: [], rows: 0 };

  const isRecord = recordGuard(kind);
  const readRow = rowReader(header, broken, report);
  const keys = new KeyLog(key);
  const records: SourcedRecord<K>[] = [];

  const keep = (line: number, { fields, whole }: RowFields): void => {
    const earlier = keys.earlierLine(fields, line);
    const complete = isRecord(fields);
    if (earlier !== undefined) reportDuplicate(kind, line, earlier, report);
    else if (complete) records.push({ record: fields, file, line });
    if (!whole) gaps.noteRow(kind, codeOf(kind, fields), complete);
  };

  let count = 0;
  for (const row of rows) {
    count += 1;
    if ('unreadable' in row) {
      report('UNREADABLE_CSV', row.line, row.unreadable);
      gaps.noteRow(kind, codeIn(kind, row.text), false);
    } else if (row.cells.length === header.width) {
      keep(row.line, readRow(row));
    } else {
      report(
        'WRONG_CELL_COUNT',
        row.line,
        `The row has ${row.cells.length} cells, the header ${header.width}; both must have the same number.`,
      );
      gaps.noteRow(kind, codeIn(kind, row.cells.join()), false);
    }
  }
  return { records, rows: count };
}

/** The file's first record as its header; a file without any has a header without columns. Undefined when it can't be read. */
function openHeader(rows: Iterator<CsvRow>, known: KnownColumns, broken: boolean, report: ReportProblem): Header | undefined {
  const first = rows.next();
  const row: CsvRow = first.done ? { line: 1, cells: [] } : first.value;
  if ('unreadable' in row) report('UNREADABLE_CSV', row.line, row.unreadable);
  else if (broken && row.cells.some(holdsBrokenCharacters))
    report('NOT_UTF8', row.line, 'The header is not UTF-8; save the file as UTF-8.');
  else return readHeader(row, known, report);
  return undefined;
}

function reportDuplicate(kind: RecordKind, line: number, earlier: number, report: ReportProblem): void {
  const columns = bundleFormat[kind].key.map(columnName);
  report('DUPLICATE_KEY', line, `A row with the same ${columns.join(', ')} stands in line ${earlier}; each may stand once.`, columns[0]);
}

/** The centre's or patient's code by which the row's key begins. */
function codeOf(kind: RecordKind, fields: Fields): string | undefined {
  const code = fields[bundleFormat[kind].key[0] ?? ''];
  return typeof code === 'string' ? code : undefined;
}

type Fields = RowFields['fields'];
