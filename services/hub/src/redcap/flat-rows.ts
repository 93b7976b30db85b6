import type { FaultLog } from './fault-log';
import { type Instrument, RECORD_ID, REPEAT_INSTANCE, REPEAT_INSTRUMENT, statusVariable } from './instruments';

/** A record of a bundle with the raw values of its fields, in the order of the instrument. */
export interface RawRecord {
  readonly code: string;
  readonly values: readonly string[];
  /** Of its file; the header is row 1. */
  readonly row: number;
}

/** One file of a bundle. */
export interface BundlePart {
  readonly instrument: Instrument;
  readonly records: AsyncIterable<RawRecord>;
  readonly log: FaultLog;
}

/** What REDCap keeps for a form that is complete. */
const COMPLETE = '2';

/**
 * The rows of a flat REDCap export with what a bundle holds, its header first: one for each centre and patient, then the instances
 * of each repeating instrument, all in the order of the bundle's files. Diagnoses and failures are held in memory, since they
 * stand in their patient's row; the other files are read as the rows are taken.
 */
export async function* flatRows(parts: readonly BundlePart[]): AsyncGenerator<readonly string[]> {
  const layout = new FlatLayout(parts.map(({ instrument }) => instrument));
  yield layout.header;
  const once = parts.filter(({ instrument }) => !instrument.repeating);
  for (const code of new Set(once.map(({ instrument }) => instrument.code))) {
    yield* recordRows(
      once.filter(({ instrument }) => instrument.code === code),
      layout,
    );
  }
  for (const part of parts.filter(({ instrument }) => instrument.repeating)) yield* instanceRows(part, layout);
}

async function* recordRows([first, ...others]: readonly BundlePart[], layout: FlatLayout): AsyncGenerator<readonly string[]> {
  if (first === undefined) return;
  const waiting = new Map<BundlePart, Map<string, RawRecord>>();
  for (const part of others) waiting.set(part, await byCode(part));
  const withOthers = (code: string): readonly FilledForm[] =>
    [...waiting].flatMap(([{ instrument }, records]) => {
      const record = records.get(code);
      records.delete(code);
      return record === undefined ? [] : [{ instrument, values: record.values }];
    });

  const seen = new Set<string>();
  for await (const { code, values, row } of first.records) {
    if (seen.has(code)) logDuplicate(first, row);
    else yield layout.row(code, [{ instrument: first.instrument, values }, ...withOthers(code)]);
    seen.add(code);
  }
  // Of patients that the registry knows already, and the bundle does not repeat
  for (const records of waiting.values()) for (const code of records.keys()) yield layout.row(code, withOthers(code));
}

async function* instanceRows({ instrument, records }: BundlePart, layout: FlatLayout): AsyncGenerator<readonly string[]> {
  const instances = new Map<string, number>();
  for await (const { code, values } of records) {
    const instance = (instances.get(code) ?? 0) + 1;
    instances.set(code, instance);
    yield layout.row(code, [{ instrument, values }], instance);
  }
}

async function byCode(part: BundlePart): Promise<Map<string, RawRecord>> {
  const records = new Map<string, RawRecord>();
  for await (const record of part.records) {
    if (records.has(record.code)) logDuplicate(part, record.row);
    records.set(record.code, record);
  }
  return records;
}

function logDuplicate({ instrument, log }: BundlePart, row: number): void {
  log.add('DUPLICATE_KEY', row, `A row with the same ${instrument.code} stands above; each may stand once.`, instrument.code);
}

interface FilledForm {
  readonly instrument: Instrument;
  readonly values: readonly string[];
}

/** Where the fields of each form stand in a row. */
class FlatLayout {
  readonly header: readonly string[];
  private readonly starts = new Map<Instrument, number>();

  constructor(instruments: readonly Instrument[]) {
    const header = [RECORD_ID, REPEAT_INSTRUMENT, REPEAT_INSTANCE];
    for (const instrument of instruments) {
      this.starts.set(instrument, header.length);
      header.push(...instrument.fields.map(({ variable }) => variable), statusVariable(instrument));
    }
    this.header = header;
  }

  /** @param instance of the one form there is, when it repeats */
  row(code: string, forms: readonly FilledForm[], instance?: number): readonly string[] {
    const cells = this.header.map(() => '');
    cells[0] = code;
    if (instance !== undefined) {
      cells[1] = forms[0]?.instrument.form ?? '';
      cells[2] = String(instance);
    }
    for (const { instrument, values } of forms) {
      const start = this.starts.get(instrument) ?? cells.length;
      [...values, COMPLETE].forEach((value, index) => {
        cells[start + index] = value;
      });
    }
    return cells;
  }
}
