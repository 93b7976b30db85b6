import 'reflect-metadata';
import { TypeOverrides, types } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { RegistryNamingStrategy } from './naming-strategy';

export interface DatabaseOptions {
  /** `postgresql://user:password@host:5432/database` */
  readonly url: string;
  /** Connections at most. */
  readonly poolSize: number;
  readonly logger: { warn(details: object, message: string): void };
  readonly entities: readonly (new () => object)[];
  readonly migrations: Extract<DataSourceOptions['migrations'], readonly unknown[]>;
}

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Connects to a PostgreSQL database of this process's own.
 *
 * @throws Error with one sentence that names host and database, never the password
 */
export async function openDatabase({ url, poolSize, logger, entities, migrations }: DatabaseOptions): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    poolSize,
    applicationName: 'registry-hub',
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'schema_migrations',
    namingStrategy: new RegistryNamingStrategy(),
    synchronize: false,
    logging: false,
    // no extension is needed, and creating one is not the right of a registry's role
    installExtensions: false,
    poolErrorHandler: (error: Error) => logger.warn({ reason: error.message }, 'a database connection was lost'),
    extra: { types: calendarTypes() },
  });
  return dataSource.initialize().catch((error: unknown) => {
    throw new Error(`The database ${placeOf(url)} can't be used: ${reasonOf(error)}.`);
  });
}

/** Calendar dates stay the text they are: as a JavaScript Date they would be an instant in some zone. */
function calendarTypes(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.DATE, (value) => value);
  return overrides;
}

function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${pathname.slice(1)} at ${host}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
