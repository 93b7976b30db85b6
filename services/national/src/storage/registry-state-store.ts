import type { DisclosureSettings } from '@registry-hub/shared/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { DISCLOSURE_SETTINGS } from './disclosure-settings-store';
import { runPrepared } from './run-prepared';
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
  /** What the country asks of disclosure control in it. */
  readonly settings: DisclosureSettings;
}

/** A state's columns: its name is the revision and the transaction that raised it. */
export const STATE_COLUMNS = sql`
  registry_state.revision, registry_state.revision || '.' || registry_state.xmin AS name, ${DISCLOSURE_SETTINGS} AS settings`;

/** The cheap question whether anything is new. */
export async function currentState(dataSource: DataSource): Promise<RegistryState> {
  const [state] = await runPrepared<RegistryState>(dataSource, 'registry-state', sql`SELECT ${STATE_COLUMNS} FROM registry_state`);
  if (state === undefined) throw new Error('the registry has no state');
  return state;
}
