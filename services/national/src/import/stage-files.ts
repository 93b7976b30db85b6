import type { EntityManager } from 'typeorm';
import type { ExtensionFormat } from '../extension';
import { BundleReader, bundleShapes, type IncomingRow, ProblemLog, RowCollector } from '../intake';
import type { BundleSource } from './bundle-source';
import type { ImportOptions } from './import-options';
import { type PackedRow, RowPacker } from './packed-row';
import { RowStaging } from './row-staging';
import type { StagedBundle } from './staged-bundle';

/** Whose files they are. */
interface FilesOf {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Of the extensions whose files are taken. */
  readonly formats: readonly ExtensionFormat[];
}

/** Reads the files of a bundle, one after the other and piece by piece, and stages their rows. */
export async function stageFiles(
  manager: EntityManager,
  source: BundleSource,
  { country, formats }: FilesOf,
  tell?: ImportOptions['tell'],
): Promise<StagedBundle> {
  const shapes = bundleShapes(formats);
  const ofCenters = new Set(shapes.flatMap(({ kind, owner }) => (owner === 'CENTER' ? [kind] : [])));
  const packer = new RowPacker(shapes);
  const staging = await RowStaging.open<PackedRow>(
    manager,
    shapes.map(({ kind }) => kind),
  );
  const log = new ProblemLog();
  const centers = new RowCollector(log, formats);
  const take = (row: IncomingRow): void => (ofCenters.has(row.kind) ? centers.take(row) : staging.take(row, packer.pack(row)));
  const reader = new BundleReader(country, shapes, log, take);
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
    portions: (count) => unpacked(staging, packer, count),
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

async function* unpacked(staging: RowStaging<PackedRow>, packer: RowPacker, patients: number): AsyncGenerator<readonly IncomingRow[]> {
  for await (const rows of staging.portions(patients)) yield rows.map(({ kind, code, row }) => packer.unpack(kind, code, row));
}
