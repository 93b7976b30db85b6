import { connectionFault, withConnection } from './connect';
import { closeMaintenanceDatabases, countryDatabase, ensureDatabase, hubDatabase } from './ensure-database';
import { startThrowAwayServer, type ThrowAwayServer } from './throw-away-server';

let server: ThrowAwayServer;

beforeAll(async () => {
  server = await startThrowAwayServer();
  await closeMaintenanceDatabases(server.adminUrl);
});

afterAll(() => server.stop());

function onDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

test("a country's role owns its database and enters no other", async () => {
  const france = await ensureDatabase(server.adminUrl, countryDatabase('FR'), 'pass\'w"ord/?@');
  const germany = await ensureDatabase(server.adminUrl, countryDatabase('DE'), 'secret');
  await withConnection(france, (client) => client.query('CREATE TABLE patient (code text)'));

  for (const database of ['registry_de', 'postgres', 'template1']) {
    expect(await connectionFault(onDatabase(france, database))).toMatchObject({
      reason: expect.stringContaining('permission denied for database'),
    });
  }
  const hub = await ensureDatabase(server.adminUrl, hubDatabase, 'secret');
  expect(await connectionFault(hub)).toBeUndefined();
  for (const foreign of [onDatabase(germany, 'registry_fr'), onDatabase(germany, 'hub'), onDatabase(hub, 'registry_de')]) {
    expect(await connectionFault(foreign)).toMatchObject({ code: '42501' });
  }
});

test('the role may do nothing beyond its database', async () => {
  const spain = await ensureDatabase(server.adminUrl, countryDatabase('ES'), 'secret');
  await withConnection(spain, async (client) => {
    await expect(client.query('CREATE DATABASE another')).rejects.toThrow(/permission denied/);
    await expect(client.query('CREATE ROLE another')).rejects.toThrow(/permission denied/);
    await expect(client.query("ALTER ROLE hub_fr PASSWORD 'mine'")).rejects.toThrow(/permission denied/);
    await expect(client.query("COPY (SELECT 1) TO PROGRAM 'cat'")).rejects.toThrow(/permission denied/);
  });
});

test('made again, nothing is lost, and the password is the one given last', async () => {
  const first = await ensureDatabase(server.adminUrl, countryDatabase('IT'), 'first');
  await withConnection(first, (client) => client.query('CREATE TABLE kept (id integer)'));
  const second = await ensureDatabase(server.adminUrl, countryDatabase('IT'), 'second');
  await withConnection(second, (client) => client.query('SELECT kept.id FROM kept'));
  expect(await connectionFault(first)).toMatchObject({ code: '28P01' });
});

test('an administrator who is no superuser can make them too', async () => {
  await withConnection(server.adminUrl, async (client) => {
    await client.query("CREATE ROLE dba LOGIN CREATEDB CREATEROLE PASSWORD 'dba'");
    await client.query('GRANT CONNECT ON DATABASE postgres TO dba');
  });
  const dba = new URL(server.adminUrl);
  dba.username = 'dba';
  dba.password = 'dba';
  await ensureDatabase(dba.href, countryDatabase('FI'), 'at a first start');
  const finland = await ensureDatabase(dba.href, countryDatabase('FI'), 'at a second one');
  expect(await connectionFault(finland)).toBeUndefined();
});
