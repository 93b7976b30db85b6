import type { Pool } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
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

/** One state of this registry's data. */
export interface RegistryState {
  /** Grows with every committed change. */
  readonly revision: number;
  /** Of this state alone: a database that was restored, and changed again since, has another at the same revision. */
  readonly name: string;
}

/** Revision and the transaction that raised it. */
export const STATE_NAME = "registry_state.revision || '.' || registry_state.xmin";

/**
 * The cheap question whether anything is new. It is asked before every statistical answer, and so goes straight to the
 * driver's pool, as a statement that is prepared once a connection.
 */
export async function currentState({ driver }: DataSource): Promise<RegistryState> {
  const pool: Pool = (driver as PostgresDriver).master;
  const { rows } = await pool.query<RegistryState>({
    name: 'registry-state',
    text: `SELECT revision, ${STATE_NAME} AS name FROM registry_state`,
  });
  const [state] = rows;
  if (state === undefined) throw new Error('the registry has no state');
  return state;
}
