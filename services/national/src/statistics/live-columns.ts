import type { DerivedCase } from '@registry-hub/shared/domain';
import { AnalysisCache, type CaseColumns, CaseTable } from '@registry-hub/shared/statistics';
import { AnswerCache } from './answer-cache';

/** One state of the narrow table, as its source tells states apart. */
export interface SourceState {
  /** Grows with every committed change. */
  readonly revision: number;
  readonly snapshot: string;
}

type VisitCase = (caseNumber: number, derived: DerivedCase | undefined) => void;

/** Where the narrow table comes from. */
export interface DerivedCaseSource {
  currentRevision(): Promise<number>;
  /** Every case that statistics may speak of, as of one moment, with the state of that moment. */
  readAll(visit: VisitCase): Promise<SourceState>;
  /** The cases that are different from an earlier state, undefined where one is gone; undefined when they can't be told. */
  readChanges(since: SourceState, visit: VisitCase): Promise<SourceState | undefined>;
}

export interface ColumnsAtRevision {
  readonly revision: number;
  readonly columns: CaseColumns;
  /** What questions about these columns have in common. */
  readonly analyses: AnalysisCache;
  /** Answers from these columns. */
  readonly answers: AnswerCache;
}

interface LoadedTable {
  readonly table: CaseTable;
  readonly state: SourceState;
}

/**
 * The registry's columns in memory. Every question first asks the database for its revision, a single-row look-up, so that
 * of several processes on one database none answers from columns that another has made old. What changed since is read then,
 * and nothing else.
 */
export class LiveColumns {
  private loaded: LoadedTable | undefined;
  private shown: ColumnsAtRevision | undefined;
  private loading: Promise<ColumnsAtRevision> | undefined;

  constructor(private readonly source: DerivedCaseSource) {}

  async current(): Promise<ColumnsAtRevision> {
    const revision = await this.source.currentRevision();
    if (this.shown && this.shown.revision >= revision) return this.shown;
    const refreshed = await this.refresh();
    // a refresh that began before this question may have read an older state
    return refreshed.revision >= revision ? refreshed : this.refresh();
  }

  private refresh(): Promise<ColumnsAtRevision> {
    this.loading ??= this.load().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async load(): Promise<ColumnsAtRevision> {
    const earlier = this.loaded;
    // a table that is half changed when reading fails is not used again
    this.loaded = undefined;
    const { table, state } = (earlier && (await this.changed(earlier))) ?? (await this.all());
    this.loaded = { table, state };
    this.shown = { revision: state.revision, columns: table.columns(), analyses: new AnalysisCache(), answers: new AnswerCache() };
    return this.shown;
  }

  private async changed({ table, state: since }: LoadedTable): Promise<LoadedTable | undefined> {
    const state = await this.source.readChanges(since, visitorOf(table));
    return state && { table, state };
  }

  private async all(): Promise<LoadedTable> {
    const table = new CaseTable();
    return { table, state: await this.source.readAll(visitorOf(table)) };
  }
}

function visitorOf(table: CaseTable): VisitCase {
  return (caseNumber, derived) => {
    if (derived) table.put(caseNumber, derived);
    else table.remove(caseNumber);
  };
}
