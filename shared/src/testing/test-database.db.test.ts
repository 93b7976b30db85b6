import { Client } from 'pg';
import { createTestDatabase } from './test-database';

test('each test file has an empty database of its own, in UTC, until it drops it', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(one.url).not.toBe(other.url);

  const client = new Client({ connectionString: one.url });
  await client.connect();
  await client.query('CREATE TABLE mine (id integer)');
  expect((await client.query('SHOW TimeZone')).rows).toEqual([{ TimeZone: 'UTC' }]);
  await client.end();

  await Promise.all([one.drop(), other.drop()]);
  const gone = new Client({ connectionString: one.url });
  await expect(gone.connect()).rejects.toThrow(/does not exist/);
});
