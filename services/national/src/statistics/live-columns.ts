import type { DerivedCase } from '@registry-hub/shared/domain';
import {
  AnalysisCache,
  type CaseColumns,
  CaseTable,
  type ColumnsChange,
  changeOf,
  type DeclaredCatalogue,
  type DeclaredRow,
  NOTHING_DECLARED,
} from '@registry-hub/shared/statistics';
import type { RegistryState, TableState, VisitCase } from '../storage';
import { AnswerCache } from './answer-cache';

/** Where the narrow table comes from. */
export interface DerivedCaseSource {
  currentState(): Promise<RegistryState>;
  /** Every case that statistics may speak of, as of one moment, with the state of that moment. */
  readAll(visit: VisitCase): Promise<TableState>;
  /** The cases that are different from an earlier state, undefined where one is gone; undefined when they can't be told. */
  readChanges(since: TableState, visit: VisitCase): Promise<TableState | undefined>;
}

export interface ColumnsOfState {
  readonly state: RegistryState;
  readonly columns: CaseColumns;
  /** What questions about these columns have in common. */
  readonly analyses: AnalysisCache;
  /** Answers from these columns. */
  readonly answers: AnswerCache;
  /** Those of the state before, with what is different since; undefined when that is too much, or when there was none. */
  readonly earlier: { readonly answers: AnswerCache; readonly change: ColumnsChange } | undefined;
}

/** Of the rows of a table, those that changed are counted by themselves while there are no more of them than this share. */
const SMALL_CHANGE = 1 / 50;

interface LoadedTable {
  readonly table: CaseTable;
  readonly state: TableState;
}

interface ChangedTable extends LoadedTable {
  /** Undefined when the whole table was read. */
  readonly changedRows: ReadonlySet<number> | undefined;
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

  /** @param catalogue what extensions declare beside the derived cases */
  constructor(
    private readonly source: DerivedCaseSource,
    private readonly catalogue: DeclaredCatalogue = NOTHING_DECLARED,
  ) {}

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
    const { table, state, changedRows } = (earlier && (await this.changed(earlier))) ?? (await this.all());
    this.loaded = { table, state };
    const columns = table.columns();
    this.shown = {
      state,
      columns,
      analyses: new AnalysisCache(),
      answers: new AnswerCache(),
      earlier: this.shown && changedRows && earlierAnswers(this.shown, columns, changedRows),
    };
    return this.shown;
  }

  private async changed({ table, state: since }: LoadedTable): Promise<ChangedTable | undefined> {
    const changedRows = new Set<number>();
    const state = await this.source.readChanges(since, (caseNumber, derived, declared) => {
      const row = write(table, caseNumber, derived, declared);
      if (row !== undefined) changedRows.add(row);
    });
    return state && { table, state, changedRows };
  }

  private async all(): Promise<ChangedTable> {
    const table = new CaseTable(this.catalogue);
    const state = await this.source.readAll((caseNumber, derived, declared) => write(table, caseNumber, derived, declared));
    return { table, state, changedRows: undefined };
  }
}

function write(
  table: CaseTable,
  caseNumber: number,
  derived: DerivedCase | undefined,
  declared: DeclaredRow | undefined,
): number | undefined {
  return derived ? table.put(caseNumber, derived, declared) : table.remove(caseNumber);
}

function earlierAnswers(before: ColumnsOfState, after: CaseColumns, rows: ReadonlySet<number>): ColumnsOfState['earlier'] {
  if (rows.size > after.size * SMALL_CHANGE) return undefined;
  return { answers: before.answers, change: changeOf(before.columns, after, [...rows]) };
}
