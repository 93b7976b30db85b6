import { AnsweredCohortEntity, cohortMemoryMigrations, DisclosureLogEntity } from '@registry-hub/shared/cohort-memory';
import { type DatabaseOptions, openDatabase } from '@registry-hub/shared/database';
import type { DataSource } from 'typeorm';
import { type InstalledExtensions, NO_EXTENSIONS } from '../extension';
import * as entities from './entities';
import * as migrations from './migrations';

export interface DataSourceSettings extends Pick<DatabaseOptions, 'url' | 'poolSize' | 'logger'> {
  /** Their tables are there beside the registry's own. */
  readonly extensions?: InstalledExtensions;
}

/**
 * Connects to this registry's database.
 *
 * @throws Error with one sentence that names host and database, never the password
 */
export function createDataSource({ extensions = NO_EXTENSIONS, ...settings }: DataSourceSettings): Promise<DataSource> {
  return openDatabase({
    ...settings,
    entities: [...Object.values(entities), AnsweredCohortEntity, DisclosureLogEntity, ...extensions.formats.map(({ entity }) => entity)],
    migrations: [...Object.values(migrations), ...cohortMemoryMigrations, ...extensions.all.flatMap(({ migrations: own }) => own)],
  });
}
