import type { ReadableRow } from './csv-rows';
import { identifyingContent, isIdentifyingColumn } from './identifying';
import type { KnownColumn } from './known-columns';
import type { ReportProblem } from './problem-log';

/** A known column and the place of its cells in each row. */
export interface PlacedColumn extends KnownColumn {
  readonly index: number;
}

export interface Header {
  /** Cells in the header, and so in each row. */
  readonly width: number;
  readonly columns: readonly PlacedColumn[];
  /** Columns that are not part of the format: not read, but searched for identifying content. */
  readonly unknown: readonly { readonly index: number; readonly name: string }[];
  /** Whether every required column is there. */
  readonly complete: boolean;
}

/** Longer than any column's name; what is longer is no name. */
const LONGEST_NAME = 60;

/** Reads the header line of a file and reports what is wrong with it. */
export function readHeader({ line, cells }: ReadableRow, known: ReadonlyMap<string, KnownColumn>, report: ReportProblem): Header {
  const columns: PlacedColumn[] = [];
  const unknown: { index: number; name: string }[] = [];
  const seen = new Set<string>();
  cells.forEach((cell, index) => {
    const name = cell.trim();
    const column = known.get(name);
    const shown = column ? name : shownName(name, index);
    if (seen.has(name) && name !== '') report('DUPLICATE_COLUMN', line, 'The column stands twice; each may stand once.', shown);
    else if (column) columns.push({ ...column, index });
    else if (isIdentifyingColumn(name) || identifyingContent(name, { names: true, dates: false }) !== undefined) {
      report('IDENTIFYING_COLUMN', line, 'The column is named as if it told who a patient is; leave it out.', shown);
    } else {
      report('UNKNOWN_COLUMN', line, 'The column is not part of the format and was not read.', shown);
      unknown.push({ index, name: shown });
    }
    seen.add(name);
  });
  const missing = [...known.values()].filter(({ name, required }) => required && !seen.has(name));
  for (const { name } of missing) report('MISSING_COLUMN', line, 'The required column must stand in the header.', name);
  return { width: cells.length, columns, unknown, complete: missing.length === 0 };
}

/** A header cell as a problem may show it: by its place when it is no name or holds what must not be repeated. */
function shownName(name: string, index: number): string {
  const isName = name !== '' && name.length <= LONGEST_NAME && identifyingContent(name, { names: true, dates: true }) === undefined;
  return isName ? name : `column ${index + 1}`;
}
