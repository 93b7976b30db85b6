import { openAccess } from './access';
import type { Check } from './check';
import { isConforming, resultLine, summaryLine } from './conformance-report';
import { Deviation, expectSame, expectThat, NotTried } from './deviation';
import { RegistryUnderTest } from './registry-under-test';
import { type CheckResult, runChecks } from './run-checks';

const access = openAccess({ tokens: { lead: 'x' }, issuer: undefined, hubKey: undefined, peers: async () => [] });
const registry = new RegistryUnderTest({ url: 'http://127.0.0.1:1/', country: { code: 'GB', name: 'United Kingdom' }, sdl: '' }, access);
const check = (id: string, run: Check['run'] = async () => undefined, more: Partial<Check> = {}): Check => ({
  id,
  sentence: `That is ${id}.`,
  run,
  ...more,
});
const good = check('good');
const bad = check('bad', async () => expectSame({ count: 5 }, { count: 4 }));
const untried = check('untried', async () => {
  throw new NotTried('nobody is there');
});
const writing = check('writing', async () => undefined, { writes: true });

const run = (checks: readonly Check[], writes = false): Promise<readonly CheckResult[]> =>
  runChecks(checks, registry, { writes, tell: () => undefined });

describe('checks', () => {
  it('are tried in order, and each is told as it ends', async () => {
    const told: string[] = [];
    const results = await runChecks([good, bad, untried, writing], registry, {
      writes: false,
      tell: ({ id, state }) => told.push(`${id} ${state}`),
    });
    expect(told).toEqual(['good ok', 'bad failed', 'untried skipped', 'writing skipped']);
    expect(results[1]).toEqual({ id: 'bad', sentence: 'That is bad.', state: 'failed', expected: '{"count":5}', came: '{"count":4}' });
    expect(results[2]).toMatchObject({ why: 'nobody is there' });
    expect(results[3]).toMatchObject({ why: expect.stringContaining('--writes') });
  });

  it('that change data are tried when that is wanted', async () => {
    expect(await run([writing], true)).toMatchObject([{ state: 'ok' }]);
  });

  it('fail where nothing answers, and are not tried for want of a token or key', async () => {
    const asking = (asker: 'lead' | 'admin'): Check => check(asker, async (one) => void (await one.ask(asker, '{ a }')));
    const signing = check('signing', async (one) => void (await one.access.signQuestion(['GB'], '{}')));
    const [lead, admin, signed] = await run([asking('lead'), asking('admin'), signing]);
    expect(lead).toMatchObject({ state: 'failed', expected: 'an answer' });
    expect(admin).toMatchObject({ state: 'skipped', why: expect.stringContaining('--token-admin') });
    expect(signed).toMatchObject({ state: 'skipped', why: expect.stringContaining('--hub-key') });
  });

  it('make a table with a line each, and a verdict', async () => {
    const results = await run([good, bad, untried]);
    expect(results.map((result) => resultLine(result, 8))).toEqual([
      'good      ok       That is good.',
      'bad       FAILED   That is bad. Expected {"count":5}; came: {"count":4}.',
      'untried   SKIPPED  That is untried. Not tried: nobody is there.',
    ]);
    expect(summaryLine(results)).toBe('3 checks: 1 ok, 1 failed, 1 skipped.');
    expect(isConforming(results, false)).toBe(false);
    expect(isConforming(await run([good, untried]), false)).toBe(true);
    expect(isConforming(await run([good, untried]), true)).toBe(false);
  });

  it('show what came, and not a megabyte of it', () => {
    expect(() => expectThat(false, 'less', 'x'.repeat(1e6))).toThrow(Deviation);
    try {
      expectThat(false, 'less', 'x'.repeat(1e6));
    } catch (error) {
      expect((error as Deviation).came).toHaveLength(301);
    }
  });
});
