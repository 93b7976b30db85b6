import { signingKey } from '@registry-hub/shared/testing';
import { signingKeyOf } from './signing-key';

test('a key signs when it is a private one for ES256 with a name', async () => {
  const key = await signingKey('ES256', 'own');
  expect(signingKeyOf(JSON.stringify(key))).toMatchObject({ kid: 'own', alg: 'ES256' });
  const { d: _secret, ...publicKey } = key;
  const { kid: _name, ...nameless } = key;
  for (const other of [publicKey, nameless, await signingKey('RS256', 'own'), {}, 'key']) {
    expect(() => signingKeyOf(JSON.stringify(other))).toThrow('SIGNING_KEY_FILE: expected a private key for ES256 with a kid, as a JWK');
  }
  expect(() => signingKeyOf('no JSON')).toThrow('SIGNING_KEY_FILE: expected');
});
