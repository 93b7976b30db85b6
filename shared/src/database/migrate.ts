import type { DataSource } from 'typeorm';

/** Another number than that of registry writes: migrating waits for migrating alone. */
const MIGRATION_LOCK = 20_060_702;

/** Brings the database's schema up to date. Several processes may start at once: one migrates, the others wait for it. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query('SELECT pg_advisory_lock($1::bigint)', [MIGRATION_LOCK]);
    try {
      await dataSource.runMigrations({ transaction: 'all' });
    } finally {
      await guard.query('SELECT pg_advisory_unlock($1::bigint)', [MIGRATION_LOCK]);
    }
  } finally {
    await guard.release();
  }
}
