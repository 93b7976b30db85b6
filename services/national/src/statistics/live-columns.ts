import { type DerivedCase } from '@registry-hub/shared/domain';
import { AnalysisCache, type CaseColumns, CaseColumnsBuilder } from '@registry-hub/shared/statistics';

/** Where the narrow table comes from. */
export interface DerivedCaseSource {
  /** Grows with every committed change. */
  currentRevision(): Promise<number>;
  /** Every case that statistics may speak of, as of one moment, with the revision of that moment. */
  readAll(visit: (patient: DerivedCase) => void): Promise<{ readonly revision: number }>;
}

export interface ColumnsAtRevision {
  readonly revision: number;
  readonly columns: CaseColumns;
}

/**
 * The registry's columns in memory. Every question first asks the database for its revision, a single-row look-up, so that
 * of several processes on one database none answers from columns that another has made old.
 */
export class LiveColumns {
  /** What questions about the same columns have in common. */
  readonly analyses = new AnalysisCache();
  private loaded: ColumnsAtRevision | undefined;
  private loading: Promise<ColumnsAtRevision> | undefined;

  constructor(private readonly source: DerivedCaseSource) {}

  async current(): Promise<ColumnsAtRevision> {
    const revision = await this.source.currentRevision();
    if (this.loaded && this.loaded.revision >= revision) return this.loaded;
    const reloaded = await this.reload();
    // a load that began before this question may have read an older state
    return reloaded.revision >= revision ? reloaded : this.reload();
  }

  private reload(): Promise<ColumnsAtRevision> {
    this.loading ??= this.load().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async load(): Promise<ColumnsAtRevision> {
    const builder = new CaseColumnsBuilder();
    const { revision } = await this.source.readAll((patient) => builder.add(patient));
    this.loaded = { revision, columns: builder.build() };
    return this.loaded;
  }
}
