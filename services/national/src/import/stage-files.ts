import type { EntityManager } from 'typeorm';
import { BundleReader, type IncomingRow, ProblemLog, RowCollector } from '../intake';
import type { BundleSource } from './bundle-source';
import type { ImportOptions } from './import-options';
import { type PackedRow, packRow, unpackRow } from './packed-row';
import { RowStaging } from './row-staging';
import type { StagedBundle } from './staged-bundle';

/** Reads the files of a bundle, one after the other and piece by piece, and stages their rows. */
export async function stageFiles(
  manager: EntityManager,
  source: BundleSource,
  country: string,
  tell?: ImportOptions['tell'],
): Promise<StagedBundle> {
  const staging = await RowStaging.open<PackedRow>(manager);
  const log = new ProblemLog();
  const centers = new RowCollector(log);
  const take = (row: IncomingRow): void => (row.kind === 'center' ? centers.take(row) : staging.take(row, packRow(row)));
  const reader = new BundleReader(country, log, take);
  await readFiles(source, reader, staging, tell).finally(() => staging.settled());
  const patients = await staging.seal();
  const { files } = reader;
  const read = centers.bundle(files);
  return {
    patients,
    centers: read,
    files,
    isRefused: read.problems.some(({ severity }) => severity === 'HARD'),
    isCheckable: true,
    latestNews: () => staging.latestNews(),
    portions: (count) => unpacked(staging, count),
    show: () => undefined,
  };
}

async function readFiles(
  source: BundleSource,
  reader: BundleReader,
  staging: RowStaging<PackedRow>,
  tell: ImportOptions['tell'],
): Promise<void> {
  for await (const { name, pieces } of source) {
    const file = reader.open(name);
    for await (const piece of pieces) {
      file?.read(piece);
      if (!staging.isFull) continue;
      await staging.flush();
      tell?.({ stage: 'READING', rows: reader.files.rows });
    }
    file?.end();
  }
}

async function* unpacked(staging: RowStaging<PackedRow>, patients: number): AsyncGenerator<readonly IncomingRow[]> {
  for await (const rows of staging.portions(patients)) yield rows.map(({ kind, code, row }) => unpackRow(kind, code, row));
}
