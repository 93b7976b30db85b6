import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OperatorError } from '../errors';
import { type Conversion, refusal } from './conversion';
import { CsvFile, readCsv } from './csv-file';
import { type ExportHeader, readExportHeader } from './export-header';
import { ExportReader, type ReadingOptions } from './export-reader';
import { FaultLog } from './fault-log';
import type { Instrument } from './instruments';

export interface ConversionOptions extends ReadingOptions {
  /** Fields of the project's own, which are not read. */
  readonly leftOut: ReadonlySet<string>;
}

const FOLDER_MODE = 0o700;

/**
 * Writes a flat REDCap export as a country's bundle folder, or nothing when the export has a fault. Each instrument of which the
 * export has fields becomes a file, with its rows in the order in which they stand in the export.
 *
 * @throws OperatorError when the export can't be read, or the folder holds something already
 */
export async function exportToBundle(source: string, folder: string, options: ConversionOptions): Promise<Conversion> {
  if (existsSync(folder) && (await readdir(folder)).length > 0) {
    throw new OperatorError(`${folder} holds files already; name a folder that is empty or not there.`);
  }
  const log = new FaultLog();
  const partial = join(dirname(folder), `.${basename(folder)}.partial`);
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: FOLDER_MODE });
  try {
    const written = await writeFiles(source, partial, options, log);
    const refused = refusal([{ file: basename(source), log }]);
    if (refused) return refused;
    if (existsSync(folder)) await rmdir(folder);
    await rename(partial, folder);
    return { faults: [], faultCount: 0, written };
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function writeFiles(source: string, folder: string, options: ConversionOptions, log: FaultLog): Promise<Conversion['written']> {
  const files = new Map<Instrument, { readonly csv: CsvFile; rows: number }>();
  let reader: ExportReader | undefined;
  let opened = false;
  try {
    for await (const { row, cells } of readCsv(source, log)) {
      if (!opened) {
        opened = true;
        const header = readExportHeader(cells, options.leftOut, log);
        if (header === undefined) break;
        await createFiles(header, folder, files);
        reader = new ExportReader(header, options, log);
        continue;
      }
      for (const { instrument, cells: values } of reader?.read(cells, row) ?? []) {
        const file = files.get(instrument);
        if (file === undefined) continue;
        file.rows += 1;
        await file.csv.add(values);
      }
    }
    reader?.end();
  } finally {
    for (const { csv } of files.values()) await csv.close();
  }
  if (!opened) log.add('MISSING_FIELD', 1, 'The export must have a header line.');
  return [...files].map(([{ file }, { rows }]) => ({ file, rows }));
}

async function createFiles(
  { forms }: ExportHeader,
  folder: string,
  files: Map<Instrument, { readonly csv: CsvFile; rows: number }>,
): Promise<void> {
  for (const { instrument } of forms) {
    const csv = await CsvFile.create(join(folder, instrument.file));
    files.set(instrument, { csv, rows: 0 });
    await csv.add([instrument.code, ...instrument.fields.map(({ column }) => column)]);
  }
}
