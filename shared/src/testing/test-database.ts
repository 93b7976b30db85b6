import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** An empty database of one test file's own, on the PostgreSQL of the test run. */
export interface TestDatabase {
  readonly url: string;
  /** Ends what is still connected, and removes the database. */
  drop(): Promise<void>;
}

/** Creates a database under a name of its own; TEST_DATABASE_URL, or what TEST_DATABASE_STARTER starts, says on which server. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = await testServerUrl(process.env);
  const name = `test_${randomBytes(8).toString('hex')}`;
  await execute(adminUrl, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function testServerUrl(env: NodeJS.ProcessEnv): Promise<string> {
  const { TEST_DATABASE_URL: given, TEST_DATABASE_STARTER: starter } = env;
  if (given !== undefined) return given;
  if (starter === undefined)
    throw new Error('No test database: run the tests with the project’s jest configuration, or set TEST_DATABASE_URL.');
  const answer = await fetch(starter, { method: 'POST' });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The test database did not start: ${text}`);
  return text;
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
