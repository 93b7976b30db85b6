import type { DataSource, EntityManager } from 'typeorm';
import { selectRows } from './run-sql';
import { sql } from './sql';

/** Any constant serves: advisory locks are those of one database, and this one has a single kind of them. */
const REGISTRY_WRITE_LOCK = 20_060_701;

/** Runs work in one transaction: all of it is committed, or nothing when it throws or `keep` says no to its outcome. */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
  keep: (outcome: T) => boolean = () => true,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    const outcome = await work(runner.manager);
    await (keep(outcome) ? runner.commitTransaction() : runner.rollbackTransaction());
    return outcome;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

/** Runs reads that all see the registry as it stood at one moment. */
export async function inSnapshot<T>(dataSource: DataSource, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  return inTransaction(dataSource, async (manager) => {
    await selectRows(manager, sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`);
    return work(manager);
  });
}

/**
 * As {@link inTransaction}, for a change of the registry: one at a time. Rules look at whole cases and at their neighbours, which no row lock
 * would hold still, and writes of a registry are rare.
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
