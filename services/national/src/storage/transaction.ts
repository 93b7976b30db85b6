import { inTransaction } from '@registry-hub/shared/database';
import type { DataSource, EntityManager } from 'typeorm';
import { selectRows } from './run-sql';
import { sql } from './sql';

/** Any constant serves: advisory locks are those of one database, and this one has a single kind of them. */
const REGISTRY_WRITE_LOCK = 20_060_701;

/** Runs reads that all see the registry as it stood at one moment. */
export async function inSnapshot<T>(dataSource: DataSource, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  return inTransaction(dataSource, async (manager) => {
    await selectRows(manager, sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`);
    return work(manager);
  });
}

/**
 * Runs a change of the registry in one transaction, as {@link inTransaction} does, and one at a time. Rules look at whole
 * cases and at their neighbours, which no row lock would hold still, and writes of a registry are rare.
 */
export async function inRegistryWrite<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
  keep?: (outcome: T) => boolean,
): Promise<T> {
  const locked = async (manager: EntityManager): Promise<T> => {
    await selectRows(manager, sql`SELECT pg_advisory_xact_lock(${REGISTRY_WRITE_LOCK}::bigint)`);
    return work(manager);
  };
  return inTransaction(dataSource, locked, keep);
}
