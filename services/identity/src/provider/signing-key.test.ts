import { signingKey } from '@registry-hub/shared/testing';
import { listedKeys } from './listed-keys';
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

test('a key is listed until its end', () => {
  const list = JSON.stringify({
    keys: [
      { kty: 'EC', kid: 'new' },
      { kty: 'EC', kid: 'old', exp: 1000 },
    ],
  });
  const kids = (now: number): readonly unknown[] => listedKeys(list, now).keys.map((key) => 'kid' in key && key.kid);
  expect(kids(999_999)).toEqual(['new', 'old']);
  expect(kids(1_000_000)).toEqual(['new']);
  expect(() => listedKeys('{"keys":[{}]}', 0)).toThrow();
});
