import { calendarDateOf } from '@registry-hub/shared/domain';
import type { Actor } from '../audit';
import { type BundleFile, type ImportProblem, parseBundle } from '../intake';
import type { RegistryWriter } from '../storage';
import { type CheckedBundle, checkBundle, type ExistingRegistry } from '../validation';
import { applyChange, type RegistryChange } from '../writing';
import { loadExistingRegistry } from './existing-registry';

export interface ImportReport {
  readonly stored: boolean;
  /** Whether a HARD problem forbids storing; a dry run tells it as an import would. */
  readonly refused: boolean;
  /** Data rows of all files, header lines not counted. */
  readonly rows: number;
  /** Patients the bundle speaks of. */
  readonly patients: number;
  readonly dataQueriesRaised: number;
  readonly problems: readonly ImportProblem[];
}

export interface ImportOptions {
  readonly dryRun: boolean;
  /** Who hands the bundle over. */
  readonly by: Actor;
  readonly now: Date;
}

/** Takes bundles into one country's registry. */
export class BundleImporter {
  constructor(
    private readonly writer: RegistryWriter,
    private readonly country: string,
  ) {}

  /**
   * Checks a bundle and stores it in one transaction: all of it or, when anything refuses it, nothing. A dry run does the
   * same and takes it back at the end, so that it tells exactly what an import would do.
   */
  async importBundle(files: readonly BundleFile[], { dryRun, by, now }: ImportOptions): Promise<ImportReport> {
    const bundle = parseBundle(files, this.country);
    return this.writer.write(
      async (manager): Promise<ImportReport> => {
        const existing = await loadExistingRegistry(manager, bundle);
        const checked = checkBundle(bundle, existing, { country: this.country, today: calendarDateOf(now) });
        const { problems, refused, cases, withdrawals } = checked;
        const report = { refused, rows: bundle.rows, patients: cases.length + withdrawals.length, problems };
        if (refused) return { ...report, stored: false, dataQueriesRaised: 0 };
        const { dataQueriesRaised } = await applyChange(manager, { action: 'IMPORT', by, at: now, ...changeOf(checked, existing) });
        return { ...report, stored: !dryRun, dataQueriesRaised };
      },
      ({ stored }) => stored,
    );
  }
}

function changeOf({ centers, cases, withdrawals, others }: CheckedBundle, existing: ExistingRegistry): Partial<RegistryChange> {
  return {
    centers: centers.map((after) => ({ before: existing.centers.get(after.centerCode), after })),
    cases: cases.map(({ facts, derived, findings }) => ({
      before: existing.cases.get(facts.patient.patientCode),
      after: facts,
      derived,
      findings,
    })),
    withdrawals,
    others,
  };
}
