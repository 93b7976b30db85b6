import type { EntityManager } from 'typeorm';
import { DerivedCaseEntity, FreezeEntity } from './entities';
import { recordColumns } from './record-tables';
import { selectOne, selectRows } from './run-sql';
import { type Sql, sql, text } from './sql';
import { tableShape } from './table-shape';

/** A freeze as it was taken. */
export interface StoredFreeze {
  readonly label: string;
  readonly takenAt: Date;
  /** The person's subject. */
  readonly takenBy: string;
  /** Of the registry. */
  readonly revision: number;
  /** Of the clinical rules that derived the cases, or the oldest where they differ. */
  readonly derivationVersion: number;
  readonly cases: number;
}

/** Moments of the narrow table that are kept as they were. */
export class FreezeStore {
  constructor(private readonly manager: EntityManager) {}

  /** In the order in which they were taken. */
  all(): Promise<readonly StoredFreeze[]> {
    return this.select(sql`TRUE`);
  }

  async find(label: string): Promise<StoredFreeze | undefined> {
    const [found] = await this.select(sql`freezes.label = ${label}`);
    return found;
  }

  /**
   * Copies the narrow table as it is, within a change of the registry: so that nothing is written meanwhile.
   *
   * @param rules version of the clinical rules, which a freeze without cases is said to be of
   */
  async take({ label, takenAt, takenBy }: Pick<StoredFreeze, 'label' | 'takenAt' | 'takenBy'>, rules: number): Promise<StoredFreeze> {
    await selectRows(
      this.manager,
      sql`
        INSERT INTO freezes (label, taken_at, taken_by, revision, derivation_version, cases)
        SELECT ${label}, ${takenAt}::timestamptz, ${takenBy}, registry_state.revision,
               coalesce((SELECT min(derived_cases.derivation_version) FROM derived_cases), ${rules}::integer),
               (SELECT count(*) FROM derived_cases)
          FROM registry_state`,
    );
    const columns = text(
      tableShape(this.manager.connection, DerivedCaseEntity)
        .columns.map(({ name }) => name)
        .join(', '),
    );
    await selectRows(
      this.manager,
      sql`
        INSERT INTO frozen_cases (freeze_label, case_number, ${columns})
        SELECT ${label}, derived_case_versions.case_number, derived.*
          FROM (SELECT ${columns} FROM derived_cases) AS derived JOIN derived_case_versions USING (patient_code)`,
    );
    const taken = await this.find(label);
    if (taken === undefined) throw new Error('the freeze was not stored');
    return taken;
  }

  /** Removes patients who withdrew consent from every freeze. @returns whether any was in one */
  async withdraw(codes: readonly string[]): Promise<boolean> {
    return this.thin(sql`DELETE FROM frozen_cases WHERE frozen_cases.patient_code = ANY(${codes}::text[])`, 'withdrawals');
  }

  /** Takes patients who objected out of the European figures of every freeze, for good. */
  async optOut(codes: readonly string[]): Promise<void> {
    const objected = sql`frozen_cases.patient_code = ANY(${codes}::text[]) AND NOT frozen_cases.ehds_opt_out`;
    await this.thin(sql`UPDATE frozen_cases SET ehds_opt_out = true WHERE ${objected}`, 'objections');
  }

  private async thin(change: Sql, counter: 'withdrawals' | 'objections'): Promise<boolean> {
    const column = text(counter);
    const { thinned } = await selectOne<{ thinned: number }>(
      this.manager,
      sql`
        WITH changed AS (${change} RETURNING frozen_cases.freeze_label),
             thinned AS (UPDATE freezes SET ${column} = ${column} + 1
                          WHERE freezes.label IN (SELECT changed.freeze_label FROM changed) RETURNING 1)
        SELECT count(*)::integer AS thinned FROM thinned`,
    );
    return thinned > 0;
  }

  private select(where: Sql): Promise<readonly StoredFreeze[]> {
    const properties = ['label', 'takenAt', 'takenBy', 'revision', 'derivationVersion', 'cases'];
    const table = tableShape(this.manager.connection, FreezeEntity, properties);
    return selectRows<StoredFreeze>(
      this.manager,
      sql`SELECT ${recordColumns(table)} FROM freezes WHERE ${where} ORDER BY freezes.taken_at, freezes.label`,
    );
  }
}
