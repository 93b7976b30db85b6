import { rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { bundleParts } from './bundle-parts';
import { type Conversion, refusal } from './conversion';
import { CsvFile } from './csv-file';
import { flatRows } from './flat-rows';

/**
 * Writes what a country's bundle folder holds as one flat file that REDCap's import takes, or nothing when the bundle has a fault.
 * Files that the bundle does not have are instruments that the export does not have.
 *
 * @throws OperatorError when a file of the bundle can't be read, or none is there
 */
export async function bundleToExport(folder: string, target: string): Promise<Conversion> {
  const parts = bundleParts(folder);
  const partial = `${target}.partial`;
  const file = await CsvFile.create(partial);
  try {
    let rows = -1;
    try {
      for await (const row of flatRows(parts)) {
        await file.add(row);
        rows += 1;
      }
    } finally {
      await file.close();
    }
    const refused = refusal(parts.map(({ instrument, log }) => ({ file: instrument.file, log })));
    if (refused) return refused;
    await rename(partial, target);
    return { faults: [], faultCount: 0, written: [{ file: basename(target), rows }] };
  } finally {
    await rm(partial, { force: true });
  }
}
