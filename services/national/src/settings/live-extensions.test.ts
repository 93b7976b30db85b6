import { NOTHING_DECLARED } from '@registry-hub/shared/statistics';
import { InstalledExtensions, type NationalExtension } from '../extension';
import { LiveExtensions } from './live-extensions';

const extension = (name: string): NationalExtension => ({
  name,
  title: name,
  version: '1.0.0',
  compatibility: '^1.0.0',
  migrations: [],
  formats: [],
  recordRules: [],
  caseRules: [],
  derivation: { version: 1, catalogue: NOTHING_DECLARED, derive: () => ({}) },
  api: { resolvers: () => [], rights: [], doors: [] },
});
const installed = new InstalledExtensions([extension('one'), extension('two')]);

describe('the extensions that are on', () => {
  let switches: ReadonlyMap<string, boolean>;
  let live: LiveExtensions;
  let told: string[];
  beforeEach(() => {
    switches = new Map();
    told = [];
    live = new LiveExtensions(installed, async () => switches);
  });
  const listen = (): void => live.onChange(async (on) => void told.push(on.map(({ name }) => name).join()));

  it('are all that are installed, until one is switched off', async () => {
    expect(live.on.map(({ name }) => name)).toEqual(['one', 'two']);
    switches = new Map([['two', false]]);
    await live.refresh();
    expect([live.isOn('one'), live.isOn('two'), live.isOn('none-such')]).toEqual([true, false, false]);
  });

  it('are told when they are others than before, and only then', async () => {
    listen();
    await live.refresh();
    switches = new Map([['two', false]]);
    await Promise.all([live.refresh(), live.refresh()]);
    switches = new Map([['three', false]]);
    await live.refresh();
    expect(told).toEqual(['one', 'one,two']);
  });

  it('are told again when whoever was told could not follow', async () => {
    let failures = 1;
    live.onChange(async () => {
      failures -= 1;
      if (failures >= 0) throw new Error('no schema');
    });
    listen();
    switches = new Map([['one', false]]);
    await expect(live.refresh()).rejects.toThrow('no schema');
    expect(live.isOn('one')).toBe(true);
    await live.refresh();
    expect(told).toEqual(['two']);
    expect(live.isOn('one')).toBe(false);
  });
});
