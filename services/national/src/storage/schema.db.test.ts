import { migrate } from '@registry-hub/shared/database';
import { createTestDatabase, type TestDatabase } from '@registry-hub/shared/testing';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source';

const quiet = { warn: () => undefined };

/** Everything about the schema that PostgreSQL can tell, migrations' own table aside. */
const CATALOGUE = `
  SELECT c.table_name || '.' || c.column_name AS name,
         concat_ws(' ', c.udt_name, c.is_nullable, c.column_default, c.identity_generation) AS definition
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name <> 'schema_migrations'
  UNION ALL
  SELECT t.relname || '.' || k.conname, pg_get_constraintdef(k.oid)
    FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
   WHERE k.connamespace = 'public'::regnamespace AND t.relname <> 'schema_migrations'
  UNION ALL
  SELECT i.indexname, i.indexdef FROM pg_indexes i WHERE i.schemaname = 'public' AND i.tablename <> 'schema_migrations'
  ORDER BY name`;

describe('the schema', () => {
  const opened: { dataSource: DataSource; database: TestDatabase }[] = [];
  const open = async (): Promise<DataSource> => {
    const database = await createTestDatabase();
    const dataSource = await createDataSource({ url: database.url, poolSize: 2, logger: quiet });
    opened.push({ dataSource, database });
    return dataSource;
  };
  afterEach(async () => {
    for (const { dataSource, database } of opened.splice(0)) {
      await dataSource.destroy();
      await database.drop();
    }
  });

  it('is the same by migrations as the entities describe it: tables, constraints and indexes', async () => {
    const migrated = await open();
    await migrate(migrated);
    expect((await migrated.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([]);

    const described = await open();
    await described.synchronize();
    expect(await migrated.query(CATALOGUE)).toEqual(await described.query(CATALOGUE));
  });

  it('has every column of a derived case in what is frozen of it, of the same type', async () => {
    const dataSource = await open();
    await migrate(dataSource);
    const columnsOf = (table: string): Promise<unknown[]> =>
      dataSource.query(
        `SELECT column_name, udt_name, is_nullable FROM information_schema.columns
          WHERE table_name = $1 AND column_name NOT IN ('freeze_label', 'case_number') ORDER BY column_name`,
        [table],
      );
    expect(await columnsOf('frozen_cases')).toEqual(await columnsOf('derived_cases'));
  });

  it('is migrated once, however many processes start at once', async () => {
    const first = await open();
    const second = await createDataSource({ url: opened[0]?.database.url ?? '', poolSize: 2, logger: quiet });
    await Promise.all([migrate(first), migrate(second)]);
    await migrate(first);
    await second.destroy();
    expect(await first.query('SELECT count(*)::int AS n FROM schema_migrations')).toEqual([{ n: first.migrations.length }]);
  });

  it('can be taken back', async () => {
    const dataSource = await open();
    await migrate(dataSource);
    for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
    expect(await dataSource.query(CATALOGUE)).toEqual([]);
  });
});

describe('an unusable database', () => {
  it('is named in one sentence, without the password', async () => {
    const url = 'postgresql://registry:secret-password@127.0.0.1:1/registry_fr';
    const failure = createDataSource({ url, poolSize: 1, logger: quiet });
    await expect(failure).rejects.toThrow(/^The database registry_fr at 127\.0\.0\.1:1 can't be used: .*ECONNREFUSED.*\.$/);
    await expect(failure).rejects.not.toThrow(/secret-password/);
  });
});
