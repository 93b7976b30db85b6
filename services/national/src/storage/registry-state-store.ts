import type { DataSource, EntityManager } from 'typeorm';
import { selectOne } from './run-sql';
import { sql } from './sql';

/** What is true of the registry as a whole. */
export class RegistryStateStore {
  constructor(private readonly manager: EntityManager) {}

  async revision(): Promise<number> {
    return (await selectOne<{ revision: number }>(this.manager, sql`SELECT revision FROM registry_state`)).revision;
  }

  /** To be called once by a transaction that changed something, and not by one that did not. */
  async raiseRevision(): Promise<number> {
    const raised = sql`WITH raised AS (UPDATE registry_state SET revision = revision + 1 RETURNING revision) SELECT revision FROM raised`;
    return (await selectOne<{ revision: number }>(this.manager, raised)).revision;
  }
}

/** Grows with every committed change of this registry's data: the cheap question whether anything is new. */
export async function currentRevision(dataSource: DataSource): Promise<number> {
  return new RegistryStateStore(dataSource.manager).revision();
}
