import type { EntityManager } from 'typeorm';
import { VerificationEntity } from './entities';
import { recordColumns } from './record-tables';
import { selectRows } from './run-sql';
import { type Sql, sql } from './sql';
import { tableShape } from './table-shape';
import { upsertRows } from './upsert-rows';
import type { Verification } from './verification';

/** Which records were verified. A record that changes is no longer: the database sees to it, whoever writes. */
export class VerificationStore {
  constructor(private readonly manager: EntityManager) {}

  /** Marks a record as verified; the latest verification counts. */
  async save(verification: Verification): Promise<void> {
    await upsertRows(this.manager, tableShape(this.manager.connection, VerificationEntity), [verification]);
  }
}

/** `where` may speak of `verifications`. */
export async function selectVerifications(manager: EntityManager, where: Sql): Promise<readonly Verification[]> {
  const table = tableShape(manager.connection, VerificationEntity);
  return selectRows<Verification>(manager, sql`SELECT ${recordColumns(table)} FROM verifications WHERE ${where}`);
}
