import { createLocalJWKSet } from 'jose';
import { forgeToken, publicHalf, secondsNow, signingKey, TestProvider } from '../testing';
import type { Caller } from './caller';
import { createTokenVerifier } from './token-verifier';

const issuer = 'https://issuer.example';
const audience = 'registry-hub';
const key = signingKey('ES256', 'own');

async function verify(token: string): Promise<Caller> {
  return createTokenVerifier({ issuer, audience, keys: createLocalJWKSet({ keys: [publicHalf(await key)] }) })(`Bearer ${token}`);
}

async function verifyClaims(claims: Readonly<Record<string, unknown>>): Promise<Caller> {
  return verify(await forgeToken({ issuer, audience, key: await key }, { claims }));
}

describe('verification of tokens', () => {
  it.each<[string, Readonly<Record<string, unknown>>, Caller]>([
    ['a lead', { sub: 'anna', roles: ['LEAD'] }, { subject: 'anna', roles: ['LEAD'] }],
    ['a coordinator', { sub: 'anna', roles: ['COORDINATOR'], country: 'FR' }, { subject: 'anna', roles: ['COORDINATOR'], country: 'FR' }],
    [
      'a centre',
      { sub: 'anna', roles: ['CENTER'], country: 'FR', center: 'FR-001' },
      { subject: 'anna', roles: ['CENTER'], country: 'FR', center: 'FR-001' },
    ],
    ['somebody with roles elsewhere', { sub: 'anna', roles: ['ROOT', 'LEAD', 'uma_authorization'] }, { subject: 'anna', roles: ['LEAD'] }],
    ['somebody of no country', { sub: 'anna', roles: ['LEAD'], country: null }, { subject: 'anna', roles: ['LEAD'] }],
    ['an audience among others', { sub: 'anna', roles: ['LEAD'], aud: ['account', audience] }, { subject: 'anna', roles: ['LEAD'] }],
  ])('reads %s', async (_who, claims, caller) => {
    expect(await verifyClaims(claims)).toEqual(caller);
  });

  it.each([
    ['an expiry 25 seconds ago', { exp: -25 }],
    ['a beginning in 25 seconds', { nbf: 25 }],
  ])('makes allowance for clocks that differ: %s', async (_what, times) => {
    await expect(verifyClaims(fromNow(times))).resolves.toMatchObject({ subject: 'mallory' });
  });

  it.each([
    ['an expiry 35 seconds ago', { exp: -35 }, 'The token has expired.'],
    ['a beginning in 35 seconds', { nbf: 35 }, 'The token is not valid here.'],
  ])('does not for more than half a minute: %s', async (_what, times, message) => {
    await expect(verifyClaims(fromNow(times))).rejects.toMatchObject({ code: 'UNAUTHENTICATED', message });
  });

  it('never asks an address that a token names for keys', async () => {
    const attacker = new TestProvider();
    await attacker.start();
    attacker.keys = [await signingKey('ES256', 'own')];
    const own = { issuer, audience, key: attacker.keys[0] ?? {} };
    const header = { jku: `${attacker.issuer}/keys`, x5u: `${attacker.issuer}/keys`, kid: 'own' };
    const token = await forgeToken(own, { header });
    await expect(verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await attacker.stop();
    expect(attacker.asked).toBe(0);
  });

  it('says how long a token may be', async () => {
    await expect(verifyClaims({ note: 'x'.repeat(1_000_000) })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: 'The token is longer than 8192 characters: ask the issuer for one with fewer claims.',
    });
  });
});

function fromNow(times: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(times).map(([claim, seconds]) => [claim, secondsNow() + seconds]));
}
