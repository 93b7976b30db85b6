import type { DeclaredRow } from '@registry-hub/shared/statistics';
import type { EntityManager } from 'typeorm';
import { copyRows } from './copy-rows';
import { ExtensionCaseEntity } from './entities';
import { selectRows } from './run-sql';
import { sql } from './sql';
import { tableShape } from './table-shape';
import { upsertRows } from './upsert-rows';

/** What one extension derived of one case. */
export interface ExtendedCase {
  readonly patientCode: string;
  readonly extension: string;
  readonly derivationVersion: number;
  readonly declared: DeclaredRow;
}

/** What extensions derive of cases: a row a case and extension. */
export class ExtensionCaseStore {
  constructor(private readonly manager: EntityManager) {}

  /** @returns how many rows were really written */
  async save(cases: readonly ExtendedCase[]): Promise<number> {
    return (await upsertRows(this.manager, this.table(), cases.map(rowOf))).length;
  }

  /** Stores what was derived of patients of whom nothing is derived yet. */
  async insert(cases: readonly ExtendedCase[]): Promise<void> {
    await copyRows(this.manager, this.table(), cases.map(rowOf));
  }

  /** Codes, in order, of the first patients without a row of this extension by the present rules. */
  async waiting(extension: string, derivationVersion: number, limit: number): Promise<readonly string[]> {
    const rows = await selectRows<{ code: string }>(
      this.manager,
      sql`
        SELECT patients.patient_code AS code FROM patients
         WHERE NOT EXISTS (SELECT FROM extension_cases
                            WHERE extension_cases.patient_code = patients.patient_code AND extension_cases.extension = ${extension}
                              AND extension_cases.derivation_version = ${derivationVersion}::integer)
         ORDER BY patients.patient_code LIMIT ${limit}::integer`,
    );
    return rows.map(({ code }) => code);
  }

  private table(): ReturnType<typeof tableShape> {
    return tableShape(this.manager.connection, ExtensionCaseEntity);
  }
}

function rowOf({ declared, ...row }: ExtendedCase): object {
  return { ...row, declared: JSON.stringify(declared) };
}
