import { type AttackedIssuer, forgeToken, signingKey, TestProvider, tokenAttacks } from '@registry-hub/shared/testing';
import { RunningHub } from '../testing/running-hub';

const HUB_START_MS = 90_000;
const audience = 'registry-hub';

describe('a hub whose callers come of another OpenID provider', () => {
  const provider = new TestProvider();
  let attacked: AttackedIssuer;
  let hub: RunningHub;
  let doors: Readonly<Record<string, string>>;

  beforeAll(async () => {
    await provider.start();
    const key = await signingKey('RS256', 'own');
    provider.keys = [key];
    attacked = { issuer: provider.issuer, audience, key };
    // the hub starts without it: nobody needs its keys before somebody comes
    await provider.stop();
    hub = await RunningHub.start({ OIDC_ISSUER: provider.issuer });
    await provider.start();
    const france = hub.state.parts.find(({ name }) => name === 'france')?.url;
    doors = { 'the gateway': `${hub.url}/graphql`, 'a national service': `${france}/graphql` };
  }, HUB_START_MS);
  afterAll(async () => {
    await hub.discard();
    await provider.stop();
  }, HUB_START_MS);

  /** What each door answers to this header. */
  async function answers(authorization: string | undefined): Promise<Readonly<Record<string, unknown>>> {
    const asked = Object.entries(doors).map(async ([door, url]) => {
      const headers = { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) };
      const response = await fetch(url, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
      const { data, errors } = (await response.json()) as { data?: unknown; errors?: readonly { extensions: { code: string } }[] };
      return [door, data ?? errors?.map(({ extensions }) => extensions.code)];
    });
    return Object.fromEntries(await Promise.all(asked));
  }

  const welcome = { 'the gateway': { __typename: 'Query' }, 'a national service': { __typename: 'Query' } };
  const refusal = { 'the gateway': ['UNAUTHENTICATED'], 'a national service': ['UNAUTHENTICATED'] };

  it('lets a caller in by either door, though it started while the provider was down', async () => {
    expect(await answers(`Bearer ${await forgeToken(attacked)}`)).toEqual(welcome);
  });

  it('has no provider of its own, and signs no token', async () => {
    expect(hub.state.parts.map(({ kind }) => kind)).not.toContain('identity');
    expect(await hub.command('token', '--role', 'lead')).toMatchObject({ exitCode: 1, stdout: '' });
  });

  const sendable = tokenAttacks.map((attack) => [attack.name, attack] as const);
  it.each(sendable)('refuses a token by either door: %s', async (_name, attack) => {
    expect(await answers(await attack.authorization(attacked))).toEqual(refusal);
  });

  it('goes on while the provider is down', async () => {
    await provider.stop();
    expect(await answers(`Bearer ${await forgeToken(attacked)}`)).toEqual(welcome);
    await provider.start();
  });
});
