import { holdsBrokenCharacters } from './broken-characters';
import { type CsvRow, CsvRowReader, type ReadableRow } from './csv-rows';
import type { FileShape } from './file-shape';
import { codeIn } from './gap-log';
import { type Header, readHeader } from './header';
import type { TakeRow } from './incoming-row';
import type { KnownColumns } from './known-columns';
import type { ReportProblem } from './problem-log';
import { type ReadRow, type RowFields, rowReader } from './read-row';

/** What a file's reader is given. */
export interface FileReaderParts {
  readonly shape: FileShape;
  readonly known: KnownColumns;
  readonly report: ReportProblem;
  readonly take: TakeRow;
  /** To be called when the records of the file can't be told apart. */
  readonly loseFile: () => void;
}

/** Reads the file of one kind of record, piece by piece, and hands on what each row says. */
export class FileReader {
  private readonly csv = new CsvRowReader();
  private isBroken = false;
  private count = 0;
  /** Absent before the first row, and when it was no header. */
  private header: Header | undefined;
  private readRow: ReadRow | undefined;
  private state: 'HEADER' | 'ROWS' | 'LOST' = 'HEADER';

  constructor(private readonly parts: FileReaderParts) {}

  /** Data rows so far, unreadable ones included; 0 when the header can't be read. */
  get rows(): number {
    return this.count;
  }

  read(piece: string): void {
    this.isBroken ||= holdsBrokenCharacters(piece);
    for (const row of this.csv.read(piece)) this.accept(row);
  }

  end(): void {
    for (const row of this.csv.end()) this.accept(row);
    // a file without any row has a header without columns
    if (this.state === 'HEADER') this.accept({ line: 1, cells: [] });
  }

  private accept(row: CsvRow): void {
    if (this.state === 'HEADER') this.open(row);
    else if (this.header && this.readRow) this.acceptRow(row, this.header, this.readRow);
  }

  private open(row: CsvRow): void {
    const { shape, known, report, loseFile } = this.parts;
    this.header = this.headerOf(row, known);
    this.state = this.header ? 'ROWS' : 'LOST';
    const columns = this.header?.columns ?? [];
    if (!shape.key.every((field) => columns.some((column) => column.field === field))) loseFile();
    if (this.header) this.readRow = rowReader(this.header, () => this.isBroken, report);
  }

  private headerOf(row: CsvRow, known: KnownColumns): Header | undefined {
    const { report } = this.parts;
    if ('unreadable' in row) report('UNREADABLE_CSV', row.line, row.unreadable);
    else if (this.isBroken && row.cells.some(holdsBrokenCharacters))
      report('NOT_UTF8', row.line, 'The header is not UTF-8; save the file as UTF-8.');
    else return readHeader(row, known, report);
    return undefined;
  }

  private acceptRow(row: CsvRow, { width }: Header, readRow: ReadRow): void {
    const { shape, report } = this.parts;
    this.count += 1;
    if ('unreadable' in row) {
      report('UNREADABLE_CSV', row.line, row.unreadable);
      this.hand(row.line, codeIn(shape, row.text), { fields: {}, whole: false });
    } else if (row.cells.length === width) {
      const read = readRow(row);
      this.hand(row.line, codeOf(shape, read.fields), read);
    } else {
      this.reportWidth(row, width);
      this.hand(row.line, codeIn(shape, row.cells.join()), { fields: {}, whole: false });
    }
  }

  /** A row that doesn't say whose it is can't become a record: what is wrong with it has been told. */
  private hand(line: number, code: string | undefined, { fields, whole }: RowFields): void {
    const { shape, take } = this.parts;
    if (code !== undefined) take({ kind: shape.kind, code, line, fields, whole });
  }

  private reportWidth({ line, cells }: ReadableRow, width: number): void {
    const message = `The row has ${cells.length} cells, the header ${width}; both must have the same number.`;
    this.parts.report('WRONG_CELL_COUNT', line, message);
  }
}

/** The centre's or patient's code by which the row's key begins. */
function codeOf({ key }: FileShape, fields: RowFields['fields']): string | undefined {
  const code = fields[key[0] ?? ''];
  return typeof code === 'string' ? code : undefined;
}
