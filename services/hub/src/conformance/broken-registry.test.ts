import { openAccess } from './access';
import { allChecks } from './checks/all-checks';
import { findRegistry } from './find-registry';
import { RegistryUnderTest } from './registry-under-test';
import { type CheckResult, runChecks } from './run-checks';
import { type BrokenRegistry, openBrokenRegistry } from './testing/broken-registry';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = `${part({ alg: 'ES256' })}.${part({ sub: 'somebody', roles: ['LEAD'] })}.${'A'.repeat(86)}`;
const tokens = { lead: token, coordinator: token, dashboard: token, expired: token };

describe('a registry that does many things wrong', () => {
  let registry: BrokenRegistry;
  let results: ReadonlyMap<string, CheckResult>;
  beforeAll(async () => {
    registry = await openBrokenRegistry();
    const access = openAccess({ tokens, issuer: undefined, hubKey: undefined, peers: async () => [] });
    const found = new RegistryUnderTest(await findRegistry(registry.url, access), access);
    const told = await runChecks(allChecks(), found, { writes: true, tell: () => undefined });
    results = new Map(told.map((result) => [result.id, result]));
  });
  afterAll(() => registry.close());

  it.each<[id: string, expected: string, came: string | RegExp]>([
    ['schema.roots', 'in Query ["france"]', '["germany","france"]'],
    ['schema.complete', 'no difference', '1 differences: NationalRegistry.revision is missing'],
    ['schema.entity', '{"_entities":[{"code":"FR","name":"France"}]}', 'nothing'],
    ['health.ready', 'status 200', '404'],
    ['authentication.no-token', '["UNAUTHENTICATED"]', '[]'],
    ['authentication.expired', '["UNAUTHENTICATED"]', '[]'],
    ['authentication.alg-none', '["UNAUTHENTICATED"]', '[]'],
    ['authentication.partial', '{"status":401,"codes":["UNAUTHENTICATED"]}', '{"status":404,"codes":[]}'],
    ['rights.patients.lead', '["FORBIDDEN"]', '[]'],
    ['rights.import.dashboard', '["FORBIDDEN"]', '[]'],
    ['statistics.numbers.lead', 'percent from 0 to 100', /107\.5/],
    ['statistics.suppressed', 'value null exactly when suppressed', '{"suppressed":true,"value":2}'],
    ['statistics.threshold', '0 or at least 5', /"count":3/],
    ['import.good', /stored":false/.source, /"stored":true/],
    ['import.unknown-enum', 'stored false', 'true'],
    ['errors.codes', 'unknown codes: []', '["KABOOM"]'],
    ['errors.silent', 'leaks: []', /QueryFailedError/],
    ['writes.all-or-nothing', 'stored false', 'true'],
  ])('fails %s', (id, expected, came) => {
    expect(results.get(id)).toMatchObject({
      state: 'failed',
      expected: expect.stringMatching(id === 'import.good' ? new RegExp(expected) : new RegExp(`^${escaped(expected)}$`)),
      came: typeof came === 'string' ? came : expect.stringMatching(came),
    });
  });

  it('passes what it does right, and is not asked what there is no token for', () => {
    expect(results.get('schema.federation')).toMatchObject({ state: 'ok' });
    expect(results.get('rights.patients.admin')).toMatchObject({ state: 'skipped', why: expect.stringContaining('--token-admin') });
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
