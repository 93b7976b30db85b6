import type { CalendarDate } from '@registry-hub/shared/domain';
import type { DataSource } from 'typeorm';
import { type BundleFile, type ImportProblem, parseBundle } from '../intake';
import { inRegistryWrite } from '../storage';
import { checkBundle } from '../validation';
import { loadExistingRegistry } from './existing-registry';
import { storeCases } from './store-cases';

export interface ImportReport {
  readonly stored: boolean;
  /** Data rows of all files, header lines not counted. */
  readonly rows: number;
  /** Patients the bundle speaks of. */
  readonly patients: number;
  readonly dataQueriesRaised: number;
  readonly problems: readonly ImportProblem[];
}

export interface ImportOptions {
  readonly dryRun: boolean;
  readonly today: CalendarDate;
  readonly now: Date;
}

/** Takes bundles into one country's registry. */
export class BundleImporter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly country: string,
  ) {}

  /**
   * Checks a bundle and stores it in one transaction: all of it or, when anything refuses it, nothing. A dry run does the
   * same and takes it back at the end, so that it tells exactly what an import would do.
   */
  async importBundle(files: readonly BundleFile[], { dryRun, today, now }: ImportOptions): Promise<ImportReport> {
    const bundle = parseBundle(files, this.country);
    return inRegistryWrite(
      this.dataSource,
      async (manager): Promise<ImportReport> => {
        const existing = await loadExistingRegistry(manager, bundle);
        const { problems, refused, centers, cases } = checkBundle(bundle, existing, { country: this.country, today });
        const report = { rows: bundle.rows, patients: cases.length, problems };
        if (refused) return { ...report, stored: false, dataQueriesRaised: 0 };
        const { dataQueriesRaised } = await storeCases(manager, centers, cases, now);
        return { ...report, stored: !dryRun, dataQueriesRaised };
      },
      ({ stored }) => stored,
    );
  }
}
