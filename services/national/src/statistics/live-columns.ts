import type { DerivedCase } from '@registry-hub/shared/domain';
import { AnalysisCache, type CaseColumns, CaseTable } from '@registry-hub/shared/statistics';
import { AnswerCache } from './answer-cache';

/** One state of the registry's data. */
export interface RegistryState {
  /** Grows with every committed change. */
  readonly revision: number;
  /** Of this state alone: a database that was restored has another at the same revision. */
  readonly name: string;
}

/** One state of the narrow table, as its source tells which changes are in it. */
export interface SourceState extends RegistryState {
  readonly snapshot: string;
}

type VisitCase = (caseNumber: number, derived: DerivedCase | undefined) => void;

/** Where the narrow table comes from. */
export interface DerivedCaseSource {
  currentState(): Promise<RegistryState>;
  /** Every case that statistics may speak of, as of one moment, with the state of that moment. */
  readAll(visit: VisitCase): Promise<SourceState>;
  /** The cases that are different from an earlier state, undefined where one is gone; undefined when they can't be told. */
  readChanges(since: SourceState, visit: VisitCase): Promise<SourceState | undefined>;
}

export interface ColumnsOfState {
  readonly state: RegistryState;
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
 * The registry's columns in memory. Every question first asks the database for its state, a single-row look-up, so that of
 * several processes on one database none answers from columns that another has made old. What changed since is read then, and
 * nothing else.
 */
export class LiveColumns {
  private loaded: LoadedTable | undefined;
  private shown: ColumnsOfState | undefined;
  private loading: Promise<ColumnsOfState> | undefined;

  constructor(private readonly source: DerivedCaseSource) {}

  /** As it is in the database now. */
  currentState(): Promise<RegistryState> {
    return this.source.currentState();
  }

  async current(): Promise<ColumnsOfState> {
    return this.from(await this.currentState());
  }

  /** Columns that have all of a state that the database was seen in, and perhaps later changes. */
  async from(state: RegistryState): Promise<ColumnsOfState> {
    if (this.shown?.state.name === state.name) return this.shown;
    const refreshed = await this.refresh();
    // a refresh that began before this question may have read an older state
    return refreshed.state.revision >= state.revision ? refreshed : this.refresh();
  }

  private refresh(): Promise<ColumnsOfState> {
    this.loading ??= this.load().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async load(): Promise<ColumnsOfState> {
    const earlier = this.loaded;
    // a table that is half changed when reading fails is not used again
    this.loaded = undefined;
    const { table, state } = (earlier && (await this.changed(earlier))) ?? (await this.all());
    this.loaded = { table, state };
    this.shown = { state, columns: table.columns(), analyses: new AnalysisCache(), answers: new AnswerCache() };
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
