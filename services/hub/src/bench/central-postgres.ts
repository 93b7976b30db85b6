import { Client } from 'pg';
import { madeUpColumns } from './made-up-rows';
import type { SqlEngine } from './sql-engine';
import type { RowFile } from './write-rows';

export interface CentralPostgres extends SqlEngine {
  close(): Promise<void>;
}

const DATABASE = 'central';

/**
 * The database that a hub replaces: one PostgreSQL with every country's rows in one narrow table, with an index for each
 * question that answers it without a look at the table, and statistics up to date.
 *
 * @param national a country's database, whose narrow table is copied column by column
 */
export async function openCentralPostgres(adminUrl: string, national: string): Promise<CentralPostgres> {
  const columns = await withClient(national, narrowTable);
  await withClient(adminUrl, (client) => client.query(`CREATE DATABASE ${DATABASE} TEMPLATE template0 ENCODING 'UTF8'`));
  const url = new URL(adminUrl);
  url.pathname = `/${DATABASE}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(`CREATE TABLE derived_cases (country text NOT NULL, ${columns})`);
  // generous beside the defaults, which are for small machines
  await client.query(`SET work_mem = '256MB'`);
  await client.query('SET random_page_cost = 1.1');
  return {
    name: 'PostgreSQL',
    eachBelow: (count) => `generate_series(0, ${count} - 1)`,
    rows: async (statement) => (await client.query<Record<string, unknown>>(statement)).rows,
    close: () => client.end(),
  };
}

/** Replaces all rows, and brings indexes, visibility map and planner statistics up to date. */
export async function fillCentral(central: SqlEngine, files: readonly RowFile[]): Promise<void> {
  const names = Object.keys(madeUpColumns).join(', ');
  for (const index of ['category', 'age', 'survival', 'model']) await central.rows(`DROP INDEX IF EXISTS ${index}`);
  await central.rows('TRUNCATE derived_cases');
  for (const { country, path } of files) {
    await central.rows(`ALTER TABLE derived_cases ALTER COLUMN country SET DEFAULT '${country}'`);
    await central.rows(`COPY derived_cases (${names}) FROM '${path}' (FORMAT csv)`);
  }
  await central.rows('CREATE INDEX category ON derived_cases (reported_subcategory, sex) WHERE eligible');
  await central.rows('CREATE INDEX age ON derived_cases (age_at_diagnosis) WHERE eligible');
  await central.rows(`CREATE INDEX survival ON derived_cases (reported_category, imatinib_started_on)
    INCLUDE (died_on, last_contact_on, vital_status) WHERE eligible`);
  await central.rows(`CREATE INDEX model ON derived_cases (country, imatinib_started_on)
    INCLUDE (died_on, last_contact_on, vital_status, age_at_diagnosis, sex, imatinib_line) WHERE eligible`);
  await central.rows('VACUUM (ANALYZE, FREEZE) derived_cases');
}

/** Does some work with a connection of its own. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function narrowTable(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string; type: string }>(`
    SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_catalog.pg_attribute
     WHERE attrelid = 'derived_cases'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`);
  return rows.map(({ name, type }) => `${name} ${type}`).join(', ');
}
