import {
  AnsweredCohortEntity,
  CohortMemories,
  cohortMemoryMigrations,
  DisclosureLog,
  DisclosureLogEntity,
  type MemoryLimits,
} from '@registry-hub/shared/cohort-memory';
import { migrate, openDatabase } from '@registry-hub/shared/database';
import type { Logger } from '@registry-hub/shared/server';
import type { DisclosureMemory } from './disclosure-memory';

export interface DisclosureMemoryOptions {
  /** The hub's own database: `postgresql://user:password@host:5432/database` */
  readonly url: string;
  /** Connections at most. */
  readonly poolSize: number;
  readonly limits: MemoryLimits;
  readonly clock: () => Date;
  readonly logger: Pick<Logger, 'warn'>;
}

/**
 * Opens the hub's memory in PostgreSQL, its schema up to date. Several gateways may share it.
 *
 * @throws Error with one sentence that names the database when it can't be used
 */
export async function openDisclosureMemory({ limits, clock, ...database }: DisclosureMemoryOptions): Promise<DisclosureMemory> {
  const dataSource = await openDatabase({
    ...database,
    entities: [AnsweredCohortEntity, DisclosureLogEntity],
    migrations: [...cohortMemoryMigrations],
  });
  try {
    await migrate(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  const memories = new CohortMemories(dataSource, limits, clock);
  return {
    of: (asker) => memories.of(asker),
    logOf: (country) => new DisclosureLog(dataSource, country),
    check: async () => void (await dataSource.query('SELECT 1')),
    close: () => dataSource.destroy(),
  };
}
