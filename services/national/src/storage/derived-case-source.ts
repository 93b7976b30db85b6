import type { DerivedCase } from '@registry-hub/shared/domain';
import type { DeclaredRow } from '@registry-hub/shared/statistics';
import type { DataSource, EntityManager } from 'typeorm';
import { derivedCaseOfRow } from './derived-case-row';
import { eachRow } from './each-row';
import { DerivedCaseEntity } from './entities';
import { recordColumns } from './record-tables';
import { currentState, type RegistryState, STATE_COLUMNS } from './registry-state-store';
import { runPrepared } from './run-prepared';
import { selectOne } from './run-sql';
import { type Sql, sql } from './sql';
import { tableShape } from './table-shape';

/** With more, reading the whole table takes no longer. */
const MOST_CHANGES = 20_000;
const STATE = sql`${STATE_COLUMNS}, pg_current_snapshot()::text AS snapshot`;

/** One state of the narrow table: which transactions are in it. */
export interface TableState extends RegistryState {
  /** PostgreSQL's snapshot. */
  readonly snapshot: string;
}

/** Is given each case as it is now, or undefined when it is gone. */
export type VisitCase = (caseNumber: number, derived: DerivedCase | undefined, declared?: DeclaredRow) => void;

/** A case that is gone has its number alone; of no change at all, there is one row without a number. */
type NumberedRow = (DerivedCaseEntity | { readonly patientCode: null }) & {
  readonly caseNumber: number | null;
  /** One a derived row of an extension. */
  readonly declaredRows?: readonly DeclaredRow[] | null;
};

/** Where statistics read the narrow table from. */
export class DerivedCaseSource {
  /** @param extended whether there are extensions, with rows of their own beside the narrow table */
  constructor(
    private readonly dataSource: DataSource,
    private readonly extended = false,
  ) {}

  currentState(): Promise<RegistryState> {
    return currentState(this.dataSource);
  }

  /** Visits every derived case as of one moment. @returns the state of that moment */
  readAll(visit: VisitCase): Promise<TableState> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const state = await selectOne<TableState>(manager, sql`SELECT ${STATE} FROM registry_state`);
      const cases = numberedCases(manager, sql`derived_cases.patient_code IS NOT NULL`, this.extended);
      await eachRow<NumberedRow>(manager, cases, (row) => visitRow(row, visit));
      return state;
    });
  }

  /**
   * Visits the cases that transactions wrote which an earlier state does not have, committed in whatever order: one statement.
   *
   * @returns the state of this moment; undefined, and no visit, when there are too many to be told apart, or when the database
   *   is not the one of that state: restored since
   */
  async readChanges({ snapshot }: TableState, visit: VisitCase): Promise<TableState | undefined> {
    const { manager } = this.dataSource;
    const written = sql`derived_case_versions.written_by >= (pg_snapshot_xmin(${snapshot}::pg_snapshot)::text)::bigint
      AND NOT pg_visible_in_snapshot((derived_case_versions.written_by::text)::xid8, ${snapshot}::pg_snapshot)`;
    const rows = await runPrepared<NumberedRow & TableState & { readonly restored: boolean }>(
      this.dataSource,
      'derived-case-changes',
      sql`
        SELECT changed.*, ${STATE},
               pg_snapshot_xmax(${snapshot}::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()) AS restored
          FROM registry_state LEFT JOIN (${changedCases(manager, written, this.extended)}) AS changed ON true`,
    );
    const [first] = rows;
    if (first === undefined || first.restored || rows.length > MOST_CHANGES) return undefined;
    const { revision, name, settings, snapshot: current } = first;
    for (const { revision: _, name: __, settings: ___, snapshot: ____, restored: _____, ...row } of rows) visitRow(row, visit);
    return { revision, name, settings, snapshot: current };
  }
}

function numberedCases(manager: EntityManager, where: Sql, extended: boolean): Sql {
  const table = tableShape(manager.connection, DerivedCaseEntity);
  return sql`
    SELECT derived_case_versions.case_number AS "caseNumber", ${recordColumns(table)}${declaredRows(extended)}
      FROM derived_case_versions LEFT JOIN derived_cases ON derived_cases.patient_code = derived_case_versions.patient_code
     WHERE ${where}`;
}

/**
 * The same of few cases among many, looked up one by one. What the planner knows of the table may be of before an import: left
 * to itself it would then read the whole of it for two changed rows.
 */
function changedCases(manager: EntityManager, where: Sql, extended: boolean): Sql {
  const table = tableShape(manager.connection, DerivedCaseEntity);
  return sql`
    SELECT versions.case_number AS "caseNumber", derived_case.*
      FROM (SELECT case_number, patient_code FROM derived_case_versions
             WHERE ${where} ORDER BY written_by LIMIT ${MOST_CHANGES + 1}::integer) AS versions
      LEFT JOIN LATERAL (SELECT ${recordColumns(table)}${declaredRows(extended)} FROM derived_cases
                          WHERE derived_cases.patient_code = versions.patient_code LIMIT 1) AS derived_case ON true`;
}

function declaredRows(extended: boolean): Sql {
  if (!extended) return sql``;
  return sql`, (SELECT jsonb_agg(extension_cases.declared) FROM extension_cases
                 WHERE extension_cases.patient_code = derived_cases.patient_code) AS "declaredRows"`;
}

function visitRow({ caseNumber, declaredRows: declared, ...row }: NumberedRow, visit: VisitCase): void {
  if (caseNumber === null) return;
  if (row.patientCode === null) visit(caseNumber, undefined);
  // the fields of extensions have names of their own
  else visit(caseNumber, derivedCaseOfRow(row), declared ? Object.assign({}, ...declared) : undefined);
}
