import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { OperatorError, reasonOf } from '../errors';
import type { FaultLog } from './fault-log';

/** A record of a CSV file; rows are counted as a spreadsheet does, the header being row 1. */
export interface CsvRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

/** What stands in place of bytes that are not UTF-8. */
const UNDECODABLE = '\uFFFD';

/**
 * The records of a CSV file (RFC 4180, UTF-8 with or without a byte-order mark) as they are read; blank lines are left out. Rows that
 * are not UTF-8 are logged; where the text is no CSV, that is logged and reading ends.
 *
 * @throws OperatorError when the file can't be read
 */
export async function* readCsv(path: string, log: FaultLog): AsyncGenerator<CsvRecord> {
  const file = createReadStream(path);
  const parser = parse({ bom: true, relax_column_count: true, record_delimiter: ['\r\n', '\n'] });
  file.on('error', (error) => parser.destroy(error));
  let row = 0;
  try {
    for await (const record of file.pipe(parser)) {
      const cells = record as readonly string[];
      row += 1;
      if (cells.some((cell) => cell.includes(UNDECODABLE))) {
        log.add('NOT_UTF8', row, 'The row holds characters that no UTF-8 text holds; export or save the file as UTF-8.');
      }
      if (cells.length > 1 || cells[0]?.trim() !== '') yield { row, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw new OperatorError(`${path} can't be read (${reasonOf(error)}).`);
    log.add(
      'UNREADABLE_CSV',
      row + 1,
      'The row must be CSV as RFC 4180 has it: a quote inside a cell is written twice, the whole cell in quotes.',
    );
  } finally {
    file.destroy();
  }
}

const ROWS_AT_ONCE = 500;
/** Patients stand in these files: nobody but their owner reads them. */
const FILE_MODE = 0o600;

/** A CSV file that takes rows one by one and writes them in pieces. */
export class CsvFile {
  private rows: (readonly string[])[] = [];

  private constructor(private readonly handle: FileHandle) {}

  static async create(path: string): Promise<CsvFile> {
    return new CsvFile(await open(path, 'w', FILE_MODE));
  }

  async add(row: readonly string[]): Promise<void> {
    this.rows.push(row);
    if (this.rows.length >= ROWS_AT_ONCE) await this.flush();
  }

  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await this.handle.close();
    }
  }

  private async flush(): Promise<void> {
    const { rows } = this;
    this.rows = [];
    await this.handle.writeFile(stringify(rows));
  }
}
