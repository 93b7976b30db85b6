import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFormat, type CaseFacts, columnName } from '../domain';

type Field = string | number | boolean | undefined;
type Row = { readonly [column: string]: Field };

/** Writes one country's patients, with what figures follow from, as the files of an import bundle; fields hold no commas. */
export function writeBundle(folder: string, cases: readonly CaseFacts[]): void {
  mkdirSync(folder, { recursive: true });
  writeFile(
    folder,
    bundleFormat.patient,
    cases.map(({ patient }) => ({ ...patient })),
  );
  writeFile(
    folder,
    bundleFormat.diagnosis,
    cases.flatMap(({ diagnosis }) => (diagnosis ? [{ ...diagnosis, karyotype: undefined }] : [])),
  );
  writeFile(
    folder,
    bundleFormat.treatment,
    cases.flatMap(({ treatments }) => treatments.map((line) => ({ ...line }))),
  );
  writeFile(
    folder,
    bundleFormat.assessment,
    cases.flatMap(({ assessments }) => assessments.map((one) => ({ ...one }))),
  );
  writeFile(
    folder,
    bundleFormat.failure,
    cases.flatMap(({ failure }) => (failure ? [{ ...failure }] : [])),
  );
}

function writeFile(folder: string, { file, columns }: { readonly file: string; readonly columns: object }, rows: readonly Row[]): void {
  const names = Object.keys(columns);
  const lines = [names.map(columnName), ...rows.map((row) => names.map((name) => String(row[name] ?? '')))];
  writeFileSync(join(folder, file), lines.map((line) => `${line.join(',')}\n`).join(''));
}
