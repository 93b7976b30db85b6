import { calendarDateOf } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import type { NationalExtension } from '../extension';
import { type BundleFile, parseBundle } from '../intake';
import type { RegistryWriter } from '../storage';
import { checkBundle } from '../validation';
import { applyChange } from '../writing';
import type { BundleFileSource, BundleSource } from './bundle-source';
import { changeOf } from './change-of';
import { loadExistingRegistry } from './existing-registry';
import type { ImportOptions } from './import-options';
import type { ImportReport } from './import-report';
import { PortionedImport } from './portioned-import';
import { stageFiles } from './stage-files';
import type { StageBundle } from './staged-bundle';

/** Characters of a bundle that is looked at as a whole: some thousand patients. */
const SMALL_BUNDLE = 4_000_000;

/**
 * Takes bundles into one country's registry: each is checked and stored in one transaction, all of it or, when anything refuses it,
 * nothing. A dry run does the same and takes it back at the end, so that it tells exactly what an import would do.
 */
export class BundleImporter {
  /** @param extensions those that are on at the time */
  constructor(
    private readonly writer: RegistryWriter,
    private readonly country: string,
    private readonly extensions: () => readonly NationalExtension[] = () => [],
  ) {}

  /** A bundle that is in memory. */
  importBundle(files: readonly BundleFile[], options: ImportOptions): Promise<ImportReport> {
    const length = files.reduce((sum, { content }) => sum + content.length, 0);
    if (length > SMALL_BUNDLE) return this.importFrom(sourceOf(files), options);
    const extensions = this.extensions();
    const bundle = parseBundle(
      files,
      this.country,
      extensions.flatMap(({ formats }) => formats),
    );
    return this.write(async (manager) => {
      const today = calendarDateOf(options.now);
      const existing = await loadExistingRegistry(manager, bundle, today);
      const checked = checkBundle(bundle, existing, { country: this.country, today, extensions });
      const { problems, refused, cases, withdrawals } = checked;
      const report = { refused, rows: bundle.rows, patients: cases.length + withdrawals.length, problems };
      if (refused) return { ...report, stored: false, patientsChanged: 0, dataQueriesRaised: 0 };
      const occasion = { action: 'IMPORT' as const, by: options.by, at: options.now, extensions: this.writer.extensions };
      const { patientsChanged, dataQueriesRaised } = await applyChange(manager, { ...occasion, ...changeOf(checked, existing) });
      return { ...report, stored: !options.dryRun, patientsChanged, dataQueriesRaised };
    });
  }

  /** A bundle that is read as it is stored; memory does not grow with it. */
  importFrom(source: BundleSource, options: ImportOptions): Promise<ImportReport> {
    const formats = this.extensions().flatMap((extension) => extension.formats);
    return this.importStaged((manager) => stageFiles(manager, source, { country: this.country, formats }, options.tell), options);
  }

  /** What is not read as files, and staged by whoever reads it. */
  importStaged(stage: StageBundle, options: ImportOptions): Promise<ImportReport> {
    const target = { country: this.country, open: this.extensions(), installed: this.writer.extensions };
    return this.write(async (manager) => new PortionedImport(manager, target, options).run(await stage(manager)));
  }

  private write(work: (manager: EntityManager) => Promise<ImportReport>): Promise<ImportReport> {
    return this.writer.write(work, ({ stored }) => stored);
  }
}

const PIECE_LENGTH = 1 << 18;

async function* sourceOf(files: readonly BundleFile[]): AsyncGenerator<BundleFileSource> {
  for (const { name, content } of files) yield { name, pieces: piecesOf(content) };
}

async function* piecesOf(content: string): AsyncGenerator<string> {
  for (let start = 0; start < content.length; start += PIECE_LENGTH) yield content.slice(start, start + PIECE_LENGTH);
}
