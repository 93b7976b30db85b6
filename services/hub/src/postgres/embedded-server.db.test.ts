import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExitGuard, isRunning } from '../processes';
import { withConnection } from './connect';
import { type EmbeddedServer, type EmbeddedServerOptions, prepareEmbeddedServer } from './embedded-server';

const { signal } = new AbortController();
const folders: string[] = [];

/** In a folder that, as temporary ones are, no other user may enter. */
function newServer(): EmbeddedServerOptions {
  const root = mkdtempSync(join(tmpdir(), 'hub-embedded-'));
  folders.push(root);
  const guard = new ExitGuard();
  return { folder: join(root, 'postgres'), logFile: join(root, 'postgres.log'), password: 'a password', durable: false, guard };
}

async function rowsOf({ adminUrl }: EmbeddedServer): Promise<unknown> {
  return withConnection(adminUrl, async (client) => (await client.query('SELECT note.text FROM note')).rows);
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('data survives a clean stop; the server listens on loopback alone and keeps UTC', async () => {
  const options = newServer();
  const server = await prepareEmbeddedServer(options, signal);
  const first = await server.launch(signal);
  await withConnection(server.adminUrl, async (client) => {
    await client.query("CREATE TABLE note AS SELECT 'kept' AS text");
    const shown = async (name: string): Promise<unknown> => Object.values((await client.query(`SHOW ${name}`)).rows[0])[0];
    expect(await shown('listen_addresses')).toBe('127.0.0.1');
    expect(await shown('unix_socket_directories')).toBe('');
    expect(await shown('TimeZone')).toBe('UTC');
    expect(await shown('server_encoding')).toBe('UTF8');
  });
  await first.stop();
  expect(isRunning(first.pid)).toBe(false);
  expect(await first.ended).toBe('exit code 0');

  const again = await prepareEmbeddedServer(options, signal);
  const second = await again.launch(signal);
  expect(await rowsOf(again)).toEqual([{ text: 'kept' }]);
  await second.stop();
  expect(readdirSync(options.folder)).toEqual(['cluster']);
});

test('a server that an earlier supervisor left running is ended before the next one starts', async () => {
  const options = newServer();
  const server = await prepareEmbeddedServer(options, signal);
  const left = await server.launch(signal);
  await withConnection(server.adminUrl, (client) => client.query("CREATE TABLE note AS SELECT 'kept' AS text"));

  const next = await prepareEmbeddedServer(options, signal);
  const running = await next.launch(signal);
  expect(isRunning(left.pid)).toBe(false);
  expect(await rowsOf(next)).toEqual([{ text: 'kept' }]);
  await running.stop();
});

test('a lock that a crash has left, naming the id of another process, does not stop the start', async () => {
  const options = newServer();
  const server = await prepareEmbeddedServer(options, signal);
  writeFileSync(join(options.folder, 'cluster', 'postmaster.pid'), `${process.pid}\n${options.folder}/cluster\n`);
  const running = await server.launch(signal);
  expect(isRunning(process.pid)).toBe(true);
  await running.stop();
});

test('a first start that was interrupted is done again', async () => {
  const options = newServer();
  mkdirSync(join(options.folder, 'unfinished', 'base'), { recursive: true });
  const stopped = new AbortController();
  stopped.abort();
  await expect(prepareEmbeddedServer(options, stopped.signal)).rejects.toMatchObject({ name: 'AbortError' });
  expect(existsSync(join(options.folder, 'cluster'))).toBe(false);
  const running = await (await prepareEmbeddedServer(options, signal)).launch(signal);
  await running.stop();
});

test('a start that is called off leaves no server', async () => {
  const options = newServer();
  const server = await prepareEmbeddedServer(options, signal);
  const stop = new AbortController();
  const start = server.launch(stop.signal);
  stop.abort();
  await expect(start).rejects.toMatchObject({ name: 'AbortError' });
  expect(existsSync(join(options.folder, 'cluster', 'postmaster.pid'))).toBe(false);
});

test('a password that is not the cluster’s is told at once', async () => {
  const options = newServer();
  await prepareEmbeddedServer(options, signal);
  const server = await prepareEmbeddedServer({ ...options, password: 'another' }, signal);
  await expect(server.launch(signal)).rejects.toThrow(/password is another than the one kept beside its data/);
});
