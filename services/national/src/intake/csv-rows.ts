import { CsvError, type CsvErrorCode, parse } from 'csv-parse/sync';
import { csvChunk, wholeRecords } from './csv-chunk';

/** One record of a CSV text: its cells, or why they can't be told apart. */
export type CsvRow = ReadableRow | UnreadableRow;

export interface ReadableRow {
  /** The first line of the record, the text's first being 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface UnreadableRow {
  readonly line: number;
  /** What would be right. */
  readonly unreadable: string;
  readonly text: string;
}

/** Characters parsed at once: enough to make the parser's set-up negligible, few enough to keep only a few rows' cells in memory. */
const CHUNK_LENGTH = 1 << 18;

/** So many lines whose quotes make no sense are no slips of a hand: the text is not CSV, and the rest of it not worth the time. */
const MOST_UNREADABLE = 1000;

const BYTE_ORDER_MARK = '\uFEFF';
const recordDelimiters = ['\r\n', '\n'];

/** A record of more characters is none: a quote was opened and never closed. */
const LONGEST_RECORD = 1 << 20;

/**
 * Reads the records of an RFC 4180 text that comes piece by piece, in order, header included, blank lines left out. A line whose
 * quotes make no sense is told as unreadable, and reading goes on with the line below it, unless there are too many of them. No
 * text throws, and no text makes it hold more than a piece and the longest record.
 */
export class CsvRowReader {
  private content = '';
  private isBegun = false;
  private line = 1;
  private length: number;
  private unreadable = 0;

  /** @param chunkLength characters parsed at once */
  constructor(private readonly chunkLength = CHUNK_LENGTH) {
    this.length = chunkLength;
  }

  /** The rows that are whole with this piece. */
  *read(piece: string): Generator<CsvRow> {
    this.content += this.isBegun || !piece.startsWith(BYTE_ORDER_MARK) ? piece : piece.slice(1);
    this.isBegun ||= piece !== '';
    if (this.content.length >= this.chunkLength) yield* this.rows(false);
  }

  /** The rest, once there are no more pieces. */
  *end(): Generator<CsvRow> {
    yield* this.rows(true);
  }

  private *rows(isEnd: boolean): Generator<CsvRow> {
    const { content } = this;
    let start = 0;
    while (start < content.length && this.unreadable < MOST_UNREADABLE) {
      const chunk = csvChunk(content, start, this.length) ?? this.lastChunk(start, isEnd);
      if (chunk === '') break;
      const { records, fault } = parseChunk(chunk);
      const quoted = chunk.includes('"');
      for (const cells of records) {
        if (!isBlank(cells)) yield { line: this.line, cells };
        this.line += quoted ? linesOf(cells) : 1;
      }
      if (fault === undefined) {
        start += chunk.length;
        this.length = Math.min(this.length * 2, this.chunkLength);
      } else {
        const faulty = afterLines(content, start, quoted ? records.reduce((lines, cells) => lines + linesOf(cells), 0) : records.length);
        start = afterLines(content, faulty, 1);
        yield* this.unreadableLine(fault, content.slice(faulty, start));
      }
    }
    this.content = this.unreadable < MOST_UNREADABLE ? content.slice(start) : '';
  }

  /** What can be read when no record ends a whole chunk further on: nothing, as long as more may come. */
  private lastChunk(start: number, isEnd: boolean): string {
    if (isEnd) return this.content.slice(start);
    const whole = wholeRecords(this.content, start);
    return whole === '' && this.content.length - start > LONGEST_RECORD ? this.content.slice(start) : whole;
  }

  private *unreadableLine(fault: string, text: string): Generator<CsvRow> {
    yield { line: this.line, unreadable: fault, text };
    this.line += 1;
    this.unreadable += 1;
    // Growing chunks again from one line: a text that is broken all over must not cost a whole chunk for each of its lines
    this.length = 1;
    if (this.unreadable < MOST_UNREADABLE) return;
    yield { line: this.line, unreadable: `After ${MOST_UNREADABLE} lines that make no sense the file was read no further.`, text: '' };
  }
}

/** What would be right, by the code of csv-parse's error. */
const sentences: Readonly<Partial<Record<CsvErrorCode, string>>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quoted cell opens here that no quote closes.',
  CSV_INVALID_CLOSING_QUOTE: 'A quoted cell must be followed by a comma or the line end; a quote inside it is written twice.',
  INVALID_OPENING_QUOTE: 'A quote stands inside a cell; put the whole cell in quotes and write the quote twice.',
};

interface ParsedChunk {
  readonly records: readonly (readonly string[])[];
  readonly fault?: string;
}

function parseChunk(chunk: string): ParsedChunk {
  if (!chunk.includes('"')) return { records: unquotedRecords(chunk) };
  try {
    return { records: parse(chunk, { relax_column_count: true, record_delimiter: recordDelimiters }) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return recordsBeforeFault(chunk);
  }
}

/** Where nothing is quoted a line is a record and a comma ends a cell: most files of a registry, read four times as fast. */
function unquotedRecords(chunk: string): readonly (readonly string[])[] {
  const lines = chunk.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line).split(','));
}

/** The slower way, taken for a broken chunk only: csv-parse drops what it has read when it throws. */
function recordsBeforeFault(chunk: string): ParsedChunk {
  const records: string[][] = [];
  const keep = (record: string[]): null => {
    records.push(record);
    return null;
  };
  try {
    parse(chunk, { relax_column_count: true, record_delimiter: recordDelimiters, on_record: keep });
    return { records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records, fault: sentences[error.code] ?? 'The line must be CSV as RFC 4180 has it.' };
  }
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === '';
}

function linesOf(cells: readonly string[]): number {
  let lines = 1;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) lines += 1;
  }
  return lines;
}

/** Where the line starts that comes `lines` below the one at `start`. */
function afterLines(content: string, start: number, lines: number): number {
  let position = start;
  for (let line = 0; line < lines; line += 1) {
    const end = content.indexOf('\n', position);
    if (end === -1) return content.length;
    position = end + 1;
  }
  return position;
}
