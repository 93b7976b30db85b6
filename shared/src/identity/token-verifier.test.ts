import { type CryptoKey, createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { createTokenVerifier } from './token-verifier';

const ISSUER = 'urn:registry-hub:test';
const AUDIENCE = 'registry-hub';
const claims = { sub: 'anna', roles: ['COORDINATOR'], country: 'FR' };

async function setUp() {
  const own = await generateKeyPair('ES256', { extractable: true });
  const foreign = await generateKeyPair('ES256');
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(own.publicKey)), alg: 'ES256', kid: 'own' }] });
  const sign = (
    payload: JWTPayload,
    changes: { issuer?: string; audience?: string; expires?: string; key?: CryptoKey; kid?: string } = {},
  ) =>
    new SignJWT(payload)
      .setProtectedHeader({ alg: 'ES256', kid: changes.kid ?? 'own' })
      .setIssuer(changes.issuer ?? ISSUER)
      .setAudience(changes.audience ?? AUDIENCE)
      .setExpirationTime(changes.expires ?? '5m')
      .sign(changes.key ?? own.privateKey);
  return { verify: createTokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys }), sign, foreign };
}

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('verification of tokens', () => {
  it('reads the caller', async () => {
    const { verify, sign } = await setUp();
    expect(await verify(`Bearer ${await sign(claims)}`)).toEqual({ subject: 'anna', roles: ['COORDINATOR'], country: 'FR' });
  });

  it('leaves out roles it does not know', async () => {
    const { verify, sign } = await setUp();
    expect((await verify(`Bearer ${await sign({ ...claims, roles: ['LEAD', 'ROOT'] })}`)).roles).toEqual(['LEAD']);
  });

  it.each<[string, (hub: Awaited<ReturnType<typeof setUp>>) => Promise<string | undefined> | string | undefined]>([
    ['no token', () => undefined],
    ['no bearer', async ({ sign }) => sign(claims)],
    ['expired', async ({ sign }) => `Bearer ${await sign(claims, { expires: '-10m' })}`],
    ['of another issuer', async ({ sign }) => `Bearer ${await sign(claims, { issuer: 'urn:else' })}`],
    ['for another audience', async ({ sign }) => `Bearer ${await sign(claims, { audience: 'else' })}`],
    ['signed by a foreign key', async ({ sign, foreign }) => `Bearer ${await sign(claims, { key: foreign.privateKey })}`],
    [
      'of a key that is a path',
      async ({ sign, foreign }) => `Bearer ${await sign(claims, { key: foreign.privateKey, kid: '../../etc/passwd' })}`,
    ],
    ['without roles', async ({ sign }) => `Bearer ${await sign({ sub: 'anna', roles: [] })}`],
    ['with one role as text', async ({ sign }) => `Bearer ${await sign({ sub: 'anna', roles: 'LEAD' })}`],
    ['without a subject', async ({ sign }) => `Bearer ${await sign({ roles: ['LEAD'] })}`],
    ['unsigned', () => `Bearer ${base64({ alg: 'none' })}.${base64({ ...claims, iss: ISSUER, aud: AUDIENCE, exp: 4e9 })}.`],
    [
      'with its algorithm set to none',
      async ({ sign }) => `Bearer ${base64({ alg: 'none' })}.${(await sign(claims)).split('.').slice(1).join('.')}`,
    ],
  ])('refuses one %s', async (_fault, make) => {
    const hub = await setUp();
    await expect(hub.verify(await make(hub))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
