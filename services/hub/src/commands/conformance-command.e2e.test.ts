import { readRegister } from '@registry-hub/shared/register';
import { dataFolder } from '../data-folder';
import { hubCommand, RunningHub } from '../testing/running-hub';

const HUB_START_MS = 300_000;
const RUN_MS = 240_000;

interface Report {
  readonly country: { readonly code: string };
  readonly conforms: boolean;
  readonly checks: readonly { readonly id: string; readonly state: string }[];
}

describe('hub conformance', () => {
  let hub: RunningHub;
  const urls = new Map<string, string>();
  beforeAll(async () => {
    hub = await RunningHub.start();
    for (const { code, url } of readRegister(dataFolder(hub.data).countries).countries) urls.set(code, url);
  }, HUB_START_MS);
  afterAll(() => hub.discard(), HUB_START_MS);

  const urlOf = (code: string): string => urls.get(code) ?? '';

  it(
    'finds nothing wrong with France, and changes nothing there',
    async () => {
      const state = async (): Promise<unknown> =>
        (await hub.query(await hub.token('--role', 'lead'), '{ france { registry { revision registeredCases } } }')).data;
      const before = await state();
      const { exitCode, stdout } = await hub.command('conformance', urlOf('FR'), '--json');
      const { country, checks } = JSON.parse(stdout) as Report;
      expect(checks.filter(({ id, state: came }) => came !== 'ok' && !id.startsWith('writes.'))).toEqual([]);
      expect({ exitCode, code: country.code, after: await state() }).toEqual({ exitCode: 0, code: 'FR', after: before });
    },
    RUN_MS,
  );

  it(
    'tries all of it in a sandbox, and fails of nothing',
    async () => {
      const { exitCode, stdout } = await hub.command('conformance', urlOf('AT'), '--writes', '--strict');
      expect(stdout.split('\n').filter((line) => /FAILED|SKIPPED/.test(line))).toEqual([]);
      expect(stdout).toMatch(/(\d+) checks: \1 ok, 0 failed, 0 skipped\./);
      expect(exitCode).toBe(0);
    },
    RUN_MS,
  );

  it(
    'asks with the tokens that it is given, and what it can not try is no success for the strict',
    async () => {
      const elsewhere = { HUB_DATA: `${hub.data}-elsewhere` };
      const words = ['conformance', urlOf('DE'), '--token-lead', await hub.token('--role', 'lead')];
      const { exitCode, stdout } = await hubCommand(words, elsewhere);
      expect(stdout).toMatch(/rights\.patients\.lead +ok/);
      expect(stdout).toMatch(/rights\.patients\.admin +SKIPPED .*--token-admin/);
      expect(stdout).toMatch(/partials\.layout +SKIPPED/);
      expect(exitCode).toBe(0);
      expect((await hubCommand([...words, '--strict'], elsewhere)).exitCode).toBe(1);
    },
    RUN_MS,
  );

  it.each([
    ['no address', () => 'registry', /expected one as https/],
    ['an address where nobody is', () => 'http://127.0.0.1:9/graphql', /does not answer/],
    ['the address of the hub itself', () => `${hub.url}/graphql`, /does not answer \{ _service/],
  ])('says in a sentence that it was given %s', async (_, url, message) => {
    const { exitCode, stderr } = await hub.command('conformance', url());
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringMatching(message) });
  });
});
