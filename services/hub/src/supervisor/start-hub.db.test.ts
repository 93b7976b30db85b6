import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundingCountries } from '@registry-hub/shared/domain';
import { createTestDatabase, type TestDatabase } from '@registry-hub/shared/testing';
import { isRunning } from '../processes';
import { readHubSettings } from '../settings';
import { askToAddCountry } from './control-channel';
import { readCountries } from './countries';
import { readHubState } from './hub-state';
import { type HubEvent, type RunningHub, startHub } from './start-hub';

const FAKE = join(__dirname, 'fixtures', 'fake-service.cjs');

/** One hub of fake services in a folder of its own; the nine countries share one real database, used as it is. */
class TestHub {
  readonly events: HubEvent[] = [];
  readonly pids = new Set<number>();
  readonly settings = readHubSettings({
    HUB_DATA: mkdtempSync(join(tmpdir(), 'hub-supervisor-')),
    HUB_PORT: '0',
    ...Object.fromEntries(foundingCountries.map(({ code }) => [`DATABASE_URL_${code}`, database.url])),
    DATABASE_URL_PL: database.url,
    DATABASE_URL_HUB: database.url,
  });
  private readonly listeners = new Set<() => void>();

  async start(machine: Record<string, string> = {}, signal = new AbortController().signal): Promise<RunningHub> {
    const services = { national: FAKE, gateway: FAKE, identity: FAKE };
    const tell = (event: HubEvent): void => {
      this.events.push(event);
      if ('part' in event && event.part.pid !== undefined) this.pids.add(event.part.pid);
      for (const listener of this.listeners) listener();
    };
    const hub = await startHub({ settings: this.settings, machine: { ...process.env, ...machine }, services, tell }, signal);
    running.push(hub);
    return hub;
  }

  /** Waits for an event that has not happened yet. */
  async until(found: (event: HubEvent) => boolean): Promise<void> {
    const from = this.events.length;
    await new Promise<void>((resolve) => {
      const listener = (): void => {
        if (!this.events.slice(from).some(found)) return;
        this.listeners.delete(listener);
        resolve();
      };
      this.listeners.add(listener);
    });
  }

  part(name: string) {
    return readHubState(this.settings.data.state)?.parts.find((part) => part.name === name);
  }

  /** Processes that run, and files that say that one does. */
  leftovers(): readonly (number | string)[] {
    const { lock, state, control } = this.settings.data;
    return [...[...this.pids].filter(isRunning), ...[lock, state, control].filter((file) => existsSync(file))];
  }
}

let database: TestDatabase;
const running: RunningHub[] = [];
const hubs: TestHub[] = [];

function testHub(): TestHub {
  const hub = new TestHub();
  hubs.push(hub);
  return hub;
}

beforeAll(async () => {
  database = await createTestDatabase();
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((hub) => hub.stop()));
  for (const hub of hubs.splice(0)) rmSync(hub.settings.data.root, { recursive: true, force: true });
});

afterAll(() => database.drop());

test('a hub of nine countries starts, is described, imports once, stops without a trace, and starts again', async () => {
  const hub = testHub();
  const first = await hub.start();
  expect(readHubState(hub.settings.data.state)).toMatchObject({ hub: { pid: process.pid, url: first.url } });
  const names = foundingCountries.map(({ name }) => name.toLowerCase());
  expect(
    readHubState(hub.settings.data.state)
      ?.parts.map(({ name }) => name)
      .toSorted(),
  ).toEqual([...names, 'gateway', 'identity'].toSorted());
  for (const name of [...names, 'gateway', 'identity']) {
    expect(hub.part(name)).toMatchObject({ state: 'UP', restarts: 0, pid: expect.any(Number), url: expect.stringMatching(/^http:/) });
  }
  expect(readCountries(hub.settings.data).countries.map(({ code }) => code)).toEqual(foundingCountries.map(({ code }) => code));
  expect(hub.events.filter(({ kind }) => kind === 'SEEDED')).toHaveLength(1);
  await first.stop();
  expect(hub.leftovers()).toEqual([]);

  hub.events.length = 0;
  await hub.start();
  expect(hub.events.filter(({ kind }) => kind === 'SEEDED')).toHaveLength(0);
  expect(hub.events.filter(({ kind }) => kind === 'PART_UP')).toHaveLength(11);
});

test('a part that is killed comes back at the same address, the others unharmed', async () => {
  const hub = testHub();
  await hub.start();
  const before = hub.part('france');
  const others = hub.part('germany');
  const back = hub.until((event) => event.kind === 'PART_UP' && event.part.name === 'france');
  process.kill(before?.pid ?? 0, 'SIGKILL');
  await back;
  expect(hub.part('france')).toMatchObject({ state: 'UP', restarts: 1, url: before?.url });
  expect(hub.part('france')?.pid).not.toBe(before?.pid);
  expect(hub.part('germany')).toEqual(others);
  expect(hub.events).toContainEqual(expect.objectContaining({ kind: 'PART_DOWN', reason: 'it ended with signal SIGKILL' }));
});

test('a service that fails fails the start, in its own words, and nothing is left', async () => {
  const hub = testHub();
  await expect(hub.start({ FAKE_IT: 'FAILS' })).rejects.toThrow(/^italy did not start: No database answers\. Its log: .*italy\.log$/);
  expect(hub.leftovers()).toEqual([]);
});

test('a country whose settings forbid its start stays down, in its own words, and the hub goes on with the others', async () => {
  const hub = testHub();
  await hub.start({ FAKE_FR: 'IS_MISFIT' });
  expect(hub.part('france')).toMatchObject({ state: 'DOWN', note: 'The extension late does not fit.' });
  expect(hub.part('germany')).toMatchObject({ state: 'UP' });
  expect(hub.events).toContainEqual(expect.objectContaining({ kind: 'PART_REFUSED', reason: 'The extension late does not fit.' }));
  expect(hub.events.filter(({ kind }) => kind === 'NOT_SERVED')).toEqual([]);
  // its part of the published cohort waits for a later start
  expect(JSON.parse(readFileSync(hub.settings.data.seed, 'utf8')).complete).toBe(false);
});

test('a first import that was interrupted goes on where it was', async () => {
  const hub = testHub();
  await expect(hub.start({ FAKE_FR: 'REFUSES' })).rejects.toThrow(/^France refused its part of the published cohort: patients\.csv:12 /);
  expect(hub.leftovers()).toEqual([]);
  const { done, complete } = JSON.parse(readFileSync(hub.settings.data.seed, 'utf8'));
  expect(complete).toBe(false);
  await hub.start();
  const patientsOfACountry = 2;
  expect(hub.events).toContainEqual(expect.objectContaining({ kind: 'SEEDED', patients: (9 - done.length) * patientsOfACountry }));
  expect(JSON.parse(readFileSync(hub.settings.data.seed, 'utf8')).complete).toBe(true);
});

test('a stop in the middle of the start leaves nothing', async () => {
  const hub = testHub();
  const stop = new AbortController();
  const someUp = hub.until((event) => event.kind === 'PART_UP' && event.part.name === 'denmark');
  const start = hub.start({ FAKE_NL: 'NEVER_READY' }, stop.signal);
  await someUp;
  stop.abort();
  await expect(start).rejects.toMatchObject({ name: 'AbortError' });
  expect(hub.leftovers()).toEqual([]);
});

test('a second hub on the same data folder is refused, and disturbs nothing', async () => {
  const hub = testHub();
  await hub.start();
  const state = readFileSync(hub.settings.data.state, 'utf8');
  await expect(hub.start()).rejects.toThrow(/^A hub \(process \d+\) runs on .* already/);
  expect(readFileSync(hub.settings.data.state, 'utf8')).toBe(state);
});

test('a port in use, a folder that can not be, a database that does not answer: one sentence, nothing made', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const root = mkdtempSync(join(tmpdir(), 'hub-refused-'));
  writeFileSync(join(root, 'file'), '');
  const start = (environment: Record<string, string>): Promise<RunningHub> => {
    const settings = readHubSettings({ HUB_DATA: join(root, 'data'), HUB_PORT: '0', ...environment });
    return startHub(
      { settings, machine: {}, services: { national: FAKE, gateway: FAKE, identity: FAKE }, tell: () => undefined },
      new AbortController().signal,
    );
  };
  try {
    await expect(start({ HUB_PORT: String(port) })).rejects.toThrow(new RegExp(`^HUB_PORT: port ${port} of 127\\.0\\.0\\.1 is in use`));
    await expect(start({ HUB_DATA: join(root, 'file', 'data') })).rejects.toThrow(/^HUB_DATA: .*\(a part of the path is a file\)/);
    await expect(start({ DATABASE_URL: `postgresql://hub:secret@127.0.0.1:1/x` })).rejects.toThrow(
      /^DATABASE_URL: no connection to 127\.0\.0\.1:1\/x \(.*ECONNREFUSED.*\)\.$/,
    );
    expect(readdirSync(root)).toEqual(['file']);
  } finally {
    await new Promise((resolve) => server.close(resolve));
    rmSync(root, { recursive: true });
  }
});

test('a country joins the running hub; the other processes are the same as before, and it is there after a restart', async () => {
  const hub = testHub();
  const first = await hub.start();
  const before = readHubState(hub.settings.data.state)?.parts;
  const { control } = hub.settings.data;
  await expect(askToAddCountry(control, { code: 'pl', name: 'Poland' })).resolves.toMatchObject({ country: { code: 'PL' }, served: true });
  expect(readHubState(hub.settings.data.state)?.parts).toEqual([...(before ?? []), hub.part('poland')]);

  await expect(askToAddCountry(control, { code: 'PL', name: 'Polska' })).rejects.toThrow(/PL Poland is registered already/);
  await expect(askToAddCountry(control, { code: 'XF', name: 'France' })).rejects.toThrow(/France is registered|name of the hub's own API/);
  await expect(askToAddCountry(control, { code: 'XE', name: 'Europe' })).rejects.toThrow(/name of the hub's own API/);
  await expect(askToAddCountry(control, { code: 'Poland', name: 'Poland' })).rejects.toThrow(/no country code/);
  await expect(askToAddCountry(control, { code: 'CZ', name: 'Czechia', url: hub.part('poland')?.url ?? '' })).rejects.toThrow(
    /no type Czechia/,
  );
  await expect(askToAddCountry(control, { code: 'CZ', name: 'Czechia', url: 'http://127.0.0.1:1' })).rejects.toThrow(/does not answer/);
  await expect(askToAddCountry(control, { code: 'CZ', name: 'Czechia' })).rejects.toThrow(/DATABASE_URL_CZ/);

  await first.stop();
  expect(hub.leftovers()).toEqual([]);
  await hub.start();
  expect(hub.part('poland')).toMatchObject({ state: 'UP' });
});
