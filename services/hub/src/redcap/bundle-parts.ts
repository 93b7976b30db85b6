import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CENTER_CODE, PATIENT_CODE } from '@registry-hub/shared/domain';
import { OperatorError } from '../errors';
import { readCsv } from './csv-file';
import { FaultLog } from './fault-log';
import type { BundlePart, RawRecord } from './flat-rows';
import { type Instrument, instruments, type RedcapField } from './instruments';
import { toRaw } from './raw-value';

/**
 * The files of a country's bundle folder, to be read one after the other.
 *
 * @throws OperatorError when there is none
 */
export function bundleParts(folder: string): readonly BundlePart[] {
  const parts = instruments
    .filter(({ file }) => existsSync(join(folder, file)))
    .map((instrument) => {
      const log = new FaultLog();
      return { instrument, log, records: readRecords(join(folder, instrument.file), instrument, log) };
    });
  if (parts.length === 0)
    throw new OperatorError(`${folder} holds no file of a bundle, as patients.csv; name a country's own folder, as bundles/FR.`);
  return parts;
}

async function* readRecords(path: string, instrument: Instrument, log: FaultLog): AsyncGenerator<RawRecord> {
  let readRow: RowReader | undefined;
  for await (const { row, cells } of readCsv(path, log)) {
    if (readRow === undefined) readRow = rowReader(cells, instrument, log);
    else yield readRow(cells, row);
  }
  if (readRow === undefined) log.add('MISSING_FIELD', 1, 'The file must have a header line.', instrument.code);
}

type RowReader = (cells: readonly string[], row: number) => RawRecord;

function rowReader(header: readonly string[], { code, fields }: Instrument, log: FaultLog): RowReader {
  const names = header.map((cell) => cell.trim());
  const known = new Set([code, ...fields.map(({ column }) => column)]);
  names.forEach((name, at) => {
    if (!known.has(name)) log.add('UNKNOWN_FIELD', 1, 'The column is not part of the bundle format; take it out.', `column ${at + 1}`);
    else if (names.indexOf(name) !== at) log.add('DUPLICATE_FIELD', 1, 'The column stands twice; each may stand once.', name);
  });
  const required = [code, ...fields.filter(({ type }) => type.required).map(({ column }) => column)];
  for (const name of required.filter((each) => !names.includes(each))) {
    log.add('MISSING_FIELD', 1, 'The required column must stand in the header.', name);
  }

  const pattern = code === 'center_code' ? CENTER_CODE : PATIENT_CODE;
  const places = fields.map((field) => ({ field, at: names.indexOf(field.column) }));
  const codeAt = names.indexOf(code);
  return (cells, row) => {
    if (cells.length !== names.length) {
      log.add('WRONG_CELL_COUNT', row, `The row has ${cells.length} cells, the header ${names.length}; both must have the same number.`);
    }
    const record = cells[codeAt]?.trim() ?? '';
    if (codeAt !== -1 && !pattern.test(record)) log.add('WRONG_RECORD_ID', row, `${code} must be a code, as FR-001-0001 or FR-001.`, code);
    return {
      code: record,
      row,
      values: places.map(({ field, at }) => (at === -1 ? '' : rawValue(field, cells[at]?.trim() ?? '', row, log))),
    };
  };
}

function rawValue({ column, type }: RedcapField, cell: string, row: number, log: FaultLog): string {
  if (cell === '') {
    if (type.required) log.add('MISSING_VALUE', row, `${column} is required and must not be empty.`, column);
    return '';
  }
  const raw = toRaw(type, cell);
  if ('value' in raw) return raw.value;
  log.add(raw.rule, row, `${column} ${raw.reason}.`, column);
  return '';
}
