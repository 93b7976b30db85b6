import type { DerivedCase } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { selectDerivedCases } from './derived-case-store';
import { oneByPatient } from './group-by';
import { selectOne, selectRows } from './run-sql';
import { type Sql, sql } from './sql';

/** The version of a row that is to be derived anew whatever the rules. */
const MARKED = 0;

/** Which stored cases wait to be derived anew: those whose row has another version than that of the present rules. */
export class DerivationCursor {
  private readonly waits: Sql;

  /** @param version of the present rules */
  constructor(
    private readonly manager: EntityManager,
    version: number,
  ) {
    // two ranges, which an index serves, and not <>
    this.waits = sql`(derived_cases.derivation_version < ${version}::integer OR derived_cases.derivation_version > ${version}::integer)`;
  }

  async count(): Promise<number> {
    return (await selectOne<{ n: number }>(this.manager, sql`SELECT count(*)::integer AS n FROM derived_cases WHERE ${this.waits}`)).n;
  }

  /** Codes of the first that wait, in code order. */
  async next(limit: number): Promise<readonly string[]> {
    const rows = await selectRows<{ code: string }>(
      this.manager,
      sql`
        SELECT derived_cases.patient_code AS code FROM derived_cases
         WHERE ${this.waits} ORDER BY derived_cases.patient_code LIMIT ${limit}::integer`,
    );
    return rows.map(({ code }) => code);
  }

  /** The rows as they stand, by code. */
  async derivedCases(codes: readonly string[]): Promise<ReadonlyMap<string, DerivedCase>> {
    return oneByPatient(await selectDerivedCases(this.manager, sql`derived_cases.patient_code = ANY(${codes}::text[])`));
  }

  /** From now on every case waits. */
  async markAll(): Promise<void> {
    await selectRows(this.manager, sql`UPDATE derived_cases SET derivation_version = ${MARKED}::integer`);
  }

  /** The oldest version of any row; undefined without rows. */
  async oldest(): Promise<number | undefined> {
    const { oldest } = await selectOne<{ oldest: number | null }>(
      this.manager,
      sql`SELECT min(derived_cases.derivation_version) AS oldest FROM derived_cases`,
    );
    return oldest ?? undefined;
  }
}
