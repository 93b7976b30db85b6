import { listedKeys } from './listed-keys';

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
  expect(() => listedKeys('{"keys":[{}]}', 0)).toThrow('kty');
});
