import type { DataSource, EntityManager } from 'typeorm';

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
