import type { DerivedCase } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { copyRows } from './copy-rows';
import { derivedCaseOfRow, derivedCaseRow } from './derived-case-row';
import { DerivedCaseEntity } from './entities';
import { recordColumns } from './record-tables';
import { selectRows } from './run-sql';
import { type Sql, sql, text } from './sql';
import { tableShape } from './table-shape';
import { upsertRows } from './upsert-rows';

/** The narrow table of derived cases. It holds no patient who withdrew consent. */
export class DerivedCaseStore {
  constructor(private readonly manager: EntityManager) {}

  /** @returns how many rows were really written */
  async save(cases: readonly DerivedCase[]): Promise<number> {
    const table = tableShape(this.manager.connection, DerivedCaseEntity);
    return (await upsertRows(this.manager, table, cases.map(derivedCaseRow))).length;
  }

  /** Stores derived cases of patients who have none yet. */
  async insert(cases: readonly DerivedCase[]): Promise<void> {
    await copyRows(this.manager, tableShape(this.manager.connection, DerivedCaseEntity), cases.map(derivedCaseRow));
  }

  /** @returns how many there were */
  async remove(codes: readonly string[]): Promise<number> {
    const removed = await selectRows(
      this.manager,
      sql`WITH gone AS (DELETE FROM derived_cases WHERE patient_code = ANY(${codes}::text[]) RETURNING 1) SELECT * FROM gone`,
    );
    return removed.length;
  }
}

/** `where` may speak of `derived_cases`. */
export async function selectDerivedCases(manager: EntityManager, where: Sql): Promise<DerivedCase[]> {
  const rows = await selectRows<DerivedCaseEntity>(manager, derivedCaseQuery(manager, where));
  return rows.map(derivedCaseOfRow);
}

/** Derived cases in code order. */
export function derivedCaseQuery(manager: EntityManager, where: Sql): Sql {
  const table = tableShape(manager.connection, DerivedCaseEntity);
  return sql`SELECT ${recordColumns(table)} FROM ${text(table.name)} WHERE ${where} ORDER BY derived_cases.patient_code`;
}
