import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundingCountries } from '@registry-hub/shared/domain';
import { createTestDatabase, type TestDatabase } from '@registry-hub/shared/testing';
import { decodeJwt } from 'jose';
import { runCommand } from './run-command';

const FAKE = join(__dirname, '..', 'supervisor', 'fixtures', 'fake-service.cjs');

let database: TestDatabase;
let root: string;
let environment: Record<string, string>;

/** Runs a command line as a process of its own would, and gives what it wrote. */
async function hub(words: string, stop: AbortSignal = new AbortController().signal, onLine: (line: string) => void = () => undefined) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(words.split(' '), {
    environment,
    out: (line) => {
      out.push(line);
      onLine(line);
    },
    err: (line) => err.push(line),
    findServices: () => ({ national: FAKE, gateway: FAKE, identity: FAKE }),
    stopSignal: () => stop,
  });
  return { code, out, err: err.join('\n') };
}

beforeAll(async () => {
  database = await createTestDatabase();
  root = mkdtempSync(join(tmpdir(), 'hub-commands-'));
  const databases = Object.fromEntries([...foundingCountries, { code: 'PL' }].map(({ code }) => [`DATABASE_URL_${code}`, database.url]));
  environment = { HUB_DATA: join(root, 'data'), HUB_PORT: '0', HUB_SEED: 'none', ...databases, DATABASE_URL_HUB: database.url };
});

afterAll(async () => {
  await database.drop();
  rmSync(root, { recursive: true });
});

function bundle(name: string, countries: Record<string, string>): string {
  for (const [code, content] of Object.entries(countries)) {
    mkdirSync(join(root, name, code), { recursive: true });
    writeFileSync(join(root, name, code, 'patients.csv'), content);
  }
  return join(root, name);
}

function textsIn(folder: string): readonly string[] {
  return ['DE', 'FR'].flatMap((code) => readdirSync(join(folder, code)).map((file) => readFileSync(join(folder, code, file), 'utf8')));
}

describe('no hub runs', () => {
  test.each([
    ['status', /^No hub runs on .*data\.$/],
    ['import .', /^No hub runs on .*; start it first/],
    ['audit verify', /^No hub runs on .*; start it first/],
    ['country add PL --name Poland', /^No hub runs on/],
    ['token --role lead', /start the hub once/],
    ['token --role king', /--role: "king" is no role; known are lead, /],
    ['token', /required option '--role <role>'/],
    ['synthesize somewhere', /--patients: say how many/],
    ['synthesize somewhere --patients many', /--patients: "many" is no whole number/],
    ['synthesize somewhere --patients 1 --countries FR,Spain', /--countries: "SPAIN" is no country code/],
    ['synthesize somewhere --patients 1 --published', /--published is a cohort of its own/],
    ['synthesize somewhere --observatory --published', /--published is a cohort of its own/],
    ['synthesize somewhere --observatory', /--patients: say how many/],
    ['dance', /unknown command 'dance'/],
  ])('hub %s: one sentence and exit code 1', async (words, sentence) => {
    const { code, out, err } = await hub(words);
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err).toMatch(sentence);
  });

  test('hub status --json says so too', async () => {
    const { code, out } = await hub('status --json');
    expect(code).toBe(1);
    expect(JSON.parse(out.join('\n'))).toEqual({ running: false, parts: [] });
  });

  test('settings that make no sense are told all at once', async () => {
    const { HUB_PORT: _ours, ...rest } = environment;
    environment = { ...rest, HUB_PORT: 'x', HUB_SEED: 'y' };
    const { code, err } = await hub('start');
    environment = { ...rest, HUB_PORT: '0', HUB_SEED: 'none' };
    expect(code).toBe(1);
    expect(err).toMatch(/HUB_PORT: .*\n.*HUB_SEED: /);
  });
});

test('the same seed gives the same bundles', async () => {
  for (const name of ['one', 'other']) {
    expect(await hub(`synthesize ${join(root, name)} --patients 20 --seed 7 --countries FR,DE`)).toMatchObject({ code: 0, err: '' });
  }
  expect(textsIn(join(root, 'one'))).toEqual(textsIn(join(root, 'other')));
});

describe('a hub runs', () => {
  const stop = new AbortController();
  let started: ReturnType<typeof hub>;

  beforeAll(async () => {
    await new Promise<void>((resolve, reject) => {
      started = hub('start', stop.signal, (line) => {
        if (line.includes('is ready after')) resolve();
      });
      started.then(({ err }) => reject(new Error(err)), reject);
    });
  });

  afterAll(async () => {
    stop.abort();
    await started;
  });

  test('status shows every part and that it is up', async () => {
    const { code, out } = await hub('status');
    expect(code).toBe(0);
    expect(out).toHaveLength(1 + 11);
    expect(out.find((line) => line.startsWith('france'))).toMatch(/^france +national +UP +\d+ +0 +http:\/\/127\.0\.0\.1:\d+$/);
    const { parts, running } = JSON.parse((await hub('status --json')).out.join('\n'));
    expect(running).toBe(true);
    expect(parts).toHaveLength(11);
  });

  test('token writes one token alone', async () => {
    const { code, out, err } = await hub('token --role center --center FR-001 --hours 1');
    expect({ code, err, lines: out.length }).toEqual({ code: 0, err: '', lines: 1 });
    const { roles, country, center, iat = 0, exp = 0 } = decodeJwt(out[0] ?? '');
    expect({ roles, country, center, seconds: exp - iat }).toEqual({ roles: ['CENTER'], country: 'FR', center: 'FR-001', seconds: 3600 });
  });

  test('import hands every folder to its country, with progress', async () => {
    const { code, out, err } = await hub(`import ${bundle('good', { FR: 'patients', DE: 'patients' })}`);
    expect({ code, out }).toEqual({ code: 0, out: ['2 of 2 countries stored.'] });
    expect(err).toMatch(/FR France: accepted, 2 patients in 3 rows/);
  });

  test('a refused country fails the import, with its problems; the others are stored', async () => {
    const { code, out } = await hub(`import ${bundle('mixed', { FR: 'BAD', DE: 'patients' })}`);
    expect(code).toBe(1);
    expect(out).toEqual(['FR/patients.csv:12:birth_month UNPARSABLE_VALUE no month', '1 of 2 countries stored, 1 refused.']);
  });

  test('a dry run stores nothing, and fails where the import would', async () => {
    const good = await hub(`import ${join(root, 'good')} --dry-run`);
    expect({ code: good.code, out: good.out }).toEqual({ code: 0, out: ['2 of 2 countries would be stored.'] });
    expect((await hub(`import ${join(root, 'mixed')} --dry-run`)).code).toBe(1);
  });

  test.each([
    [
      'a folder of no country',
      { FR: 'patients', XX: 'patients' },
      /XX\/ names no country of this hub; known are AT, .* Nothing was imported\./,
    ],
    ['no country folder', {}, /can't be read|holds no country folder/],
  ])('%s is refused before anything is imported', async (name, countries, sentence) => {
    const { code, err } = await hub(`import ${bundle(name.replaceAll(' ', '-'), countries)}`);
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/importing/);
  });

  describe('audit verify', () => {
    const heads = (): string => join(root, 'data', 'audit-heads.json');
    const valid = (country: string, entries: number): string =>
      `${country}: valid, ${entries} entries, the last with hash ${'a'.repeat(64)}`;

    test('holds each trail against the head that it told the last time', async () => {
      rmSync(heads(), { force: true });
      const { code, out, err } = await hub('audit verify');
      expect({ code, out, err }).toEqual({ code: 0, out: foundingCountries.map((country) => valid(country.code, 1)), err: '' });
      expect((await hub('audit verify --country fr')).out).toEqual([valid('FR', 2)]);
      expect(JSON.parse(readFileSync(heads(), 'utf8'))).toMatchObject({ AT: { sequence: 1 }, FR: { sequence: 2, hash: 'a'.repeat(64) } });
    });

    test('names the entry of a trail that does not hold, and keeps the head', async () => {
      const told = { FR: { sequence: 99, hash: 'b'.repeat(64) } };
      writeFileSync(heads(), JSON.stringify(told));
      const { code, out } = await hub('audit verify --country FR');
      expect({ code, out }).toEqual({ code: 1, out: ['FR: NOT VALID. The chain ends after entry 90, and was recorded up to 99.'] });
      expect(JSON.parse(readFileSync(heads(), 'utf8'))).toEqual(told);
    });

    test.each([
      ['audit verify --country XX', '{}', /--country: "XX" is no country of this hub/],
      ['audit verify --country FR', '{"FR":', /FR: not verified\. .*audit-heads\.json is not what hub audit verify wrote/],
    ])('%s with heads %s: one sentence and exit code 1', async (words, text, sentence) => {
      writeFileSync(heads(), text);
      const { code, out, err } = await hub(words);
      expect(code).toBe(1);
      expect([...out, err].join('')).toMatch(sentence);
    });
  });

  test('a country joins, and is in the status', async () => {
    expect(await hub('country add PL --name Poland')).toMatchObject({
      code: 0,
      out: [expect.stringMatching(/^PL Poland has joined: http:/)],
    });
    expect(await hub('country add PL --name Poland')).toMatchObject({ code: 1, err: expect.stringMatching(/registered already/) });
    expect((await hub('status')).out.some((line) => line.startsWith('poland'))).toBe(true);
  });

  test('asked to stop, it ends with exit code 0', async () => {
    stop.abort();
    const { code, out } = await started;
    expect({ code, last: out.at(-1) }).toEqual({ code: 0, last: 'Registry Hub has stopped.' });
    expect((await hub('status')).code).toBe(1);
  });
});
