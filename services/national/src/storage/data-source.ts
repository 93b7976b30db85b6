import { AnsweredCohortEntity, cohortMemoryMigrations, DisclosureLogEntity } from '@registry-hub/shared/cohort-memory';
import { type DatabaseOptions, openDatabase } from '@registry-hub/shared/database';
import type { DataSource } from 'typeorm';
import * as entities from './entities';
import * as migrations from './migrations';

export type DataSourceSettings = Pick<DatabaseOptions, 'url' | 'poolSize' | 'logger'>;

/**
 * Connects to this registry's database.
 *
 * @throws Error with one sentence that names host and database, never the password
 */
export function createDataSource(settings: DataSourceSettings): Promise<DataSource> {
  return openDatabase({
    ...settings,
    entities: [...Object.values(entities), AnsweredCohortEntity, DisclosureLogEntity],
    migrations: [...Object.values(migrations), ...cohortMemoryMigrations],
  });
}
