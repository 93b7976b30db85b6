import { createLocalJWKSet } from 'jose';
import { forgeToken, publicHalf, signingKey, tokenAttacks } from '../testing';
import { ASYMMETRIC_ALGORITHMS, createTokenVerifier } from './token-verifier';

const issuer = 'https://issuer.example';
const audience = 'registry-hub';

describe.each(ASYMMETRIC_ALGORITHMS)('a verifier of an issuer that signs by %s', (alg) => {
  const attacked = signingKey(alg, 'own').then((key) => ({ issuer, audience, key }));

  async function verify(authorization: string | undefined): Promise<unknown> {
    const { key } = await attacked;
    return createTokenVerifier({ issuer, audience, keys: createLocalJWKSet({ keys: [publicHalf(key)] }) })(authorization);
  }

  it('accepts a good token', async () => {
    await expect(verify(`Bearer ${await forgeToken(await attacked)}`)).resolves.toEqual({ subject: 'mallory', roles: ['LEAD'] });
  });

  it.each(tokenAttacks.map((attack) => [attack.name, attack] as const))('refuses one %s', async (_name, attack) => {
    await expect(verify(await attack.authorization(await attacked))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('refuses a token signed by another algorithm than its own three, though the key is listed', async () => {
    const others = { RS256: 'PS256', ES256: 'ES384', EdDSA: 'RS512' };
    const other = others[alg as keyof typeof others];
    const key = await signingKey(other, 'own');
    const keys = createLocalJWKSet({ keys: [publicHalf(key)] });
    const verifyOther = createTokenVerifier({ issuer, audience, keys });
    await expect(verifyOther(`Bearer ${await forgeToken({ issuer, audience, key })}`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

it('no part of a refused token is in the answer', async () => {
  const key = await signingKey('ES256', 'own');
  const verify = createTokenVerifier({ issuer, audience, keys: createLocalJWKSet({ keys: [publicHalf(key)] }) });
  for (const { authorization } of tokenAttacks) {
    const message = await verify(await authorization({ issuer, audience, key })).then(String, (error: Error) => error.message);
    expect(message).not.toMatch(/mallory|elsewhere|passwd|__proto__|eyJ/);
  }
});
