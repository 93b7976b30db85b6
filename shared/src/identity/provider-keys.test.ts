import { forgeToken, signingKey, TestProvider } from '../testing';
import { acceptedIssuer } from './accepted-issuer';
import { createTokenVerifier, type VerifyToken } from './token-verifier';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const audience = 'registry-hub';
const keys = Promise.all(['first', 'second', 'third'].map((kid) => signingKey('ES256', kid)));

describe("a provider's keys", () => {
  let provider: TestProvider;
  let now: number;
  let faults: string[];
  let verify: VerifyToken;

  beforeEach(async () => {
    provider = new TestProvider();
    await provider.start();
    provider.keys = (await keys).slice(0, 1);
    now = 0;
    faults = [];
    const settings = { OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: audience };
    verify = createTokenVerifier(
      acceptedIssuer(settings, { now: () => now, onFault: (reason) => faults.push(reason), answerWithinMs: 60_000 }),
    );
  });
  afterEach(() => provider.stop());

  /** Whether a token signed by one of the three keys gets in. */
  async function accepts(index: number): Promise<boolean> {
    const key = (await keys)[index];
    if (key === undefined) throw new Error(`there is no key ${index}`);
    const token = await forgeToken({ issuer: provider.issuer, audience, key });
    return verify(`Bearer ${token}`).then(
      () => true,
      () => false,
    );
  }

  it('are found by discovery, once for all who come at first', async () => {
    expect(await Promise.all(Array.from({ length: 8 }, () => accepts(0)))).toEqual(Array(8).fill(true));
    expect(await accepts(1)).toBe(false);
    expect(provider.asked).toBe(1);
  });

  it('may change: a new one is found at its first token, an old one holds as long as it is listed', async () => {
    expect(await accepts(0)).toBe(true);
    const [first, second] = await keys;
    if (first === undefined || second === undefined) throw new Error('two keys are needed');
    provider.keys = [second, first];
    now += 31 * SECOND;
    expect([await accepts(1), await accepts(0)]).toEqual([true, true]);
    expect(provider.asked).toBe(2);

    provider.keys = [second];
    now += 10 * MINUTE;
    expect([await accepts(1), await accepts(0)]).toEqual([true, false]);
  });

  it('are asked for at most every 30 seconds, however many tokens name a key that is not there', async () => {
    expect(await accepts(0)).toBe(true);
    now += 31 * SECOND;
    for (let attempt = 0; attempt < 20; attempt += 1) expect(await accepts(2)).toBe(false);
    expect(provider.asked).toBe(2);
    expect(await accepts(0)).toBe(true);
    now += 31 * SECOND;
    expect(await accepts(2)).toBe(false);
    expect(provider.asked).toBe(3);
  });

  it('hold for 24 hours after the provider has last told them, and again when it is back', async () => {
    expect(await accepts(0)).toBe(true);
    await provider.stop();
    now += 10 * MINUTE;
    expect([await accepts(0), await accepts(1)]).toEqual([true, false]);
    now += 23 * HOUR;
    expect(await accepts(0)).toBe(true);
    expect(faults).toEqual(['it can not be reached', 'it can not be reached']);
    now += HOUR;
    expect(await accepts(0)).toBe(false);

    await provider.start();
    now += 31 * SECOND;
    expect(await accepts(0)).toBe(true);
  });

  it('need not be there when the process starts', async () => {
    await provider.stop();
    expect(await accepts(0)).toBe(false);
    expect(faults).toEqual(['it can not be reached']);
    await provider.start();
    expect(await accepts(0)).toBe(false);
    now += SECOND;
    expect(await accepts(0)).toBe(true);
  });

  it('that can not be had are no fault of the caller, who is told so', async () => {
    await provider.stop();
    const [key] = await keys;
    if (key === undefined) throw new Error('a key is needed');
    const token = await forgeToken({ issuer: provider.issuer, audience, key });
    await expect(verify(`Bearer ${token}`)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: 'The identity provider does not answer, so that no token can be verified now.',
    });
  });

  it.each([
    ['another issuer', { issuer: 'https://elsewhere.example' }, 'it announces another issuer than the one that is set'],
    ['its name with a slash more', { issuer: 'SLASH' }, 'it announces another issuer than the one that is set'],
    ['no place of keys', { jwks_uri: undefined }, 'its discovery document names no issuer, or no address of its keys'],
    [
      'a file as the place of keys',
      { jwks_uri: 'file:///etc/passwd' },
      'its discovery document names no issuer, or no address of its keys',
    ],
    ['a place without keys', { jwks_uri: 'NOWHERE' }, 'it answered with status 404'],
    ['a place with something else', { jwks_uri: 'DOCUMENT' }, 'what it offers is no JSON Web Key Set'],
  ])('are not taken from a document that names %s', async (_what, document, fault) => {
    const places: Readonly<Record<string, string>> = {
      SLASH: `${provider.issuer}/`,
      NOWHERE: `${provider.issuer}/nowhere`,
      DOCUMENT: `${provider.issuer}/.well-known/openid-configuration`,
    };
    provider.document = Object.fromEntries(Object.entries(document).map(([name, value]) => [name, places[value ?? ''] ?? value]));
    expect(await accepts(0)).toBe(false);
    expect(faults).toEqual([fault]);
  });
});
