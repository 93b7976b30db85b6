import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { forgeToken, publicHalf, signingKey } from '../testing';
import { keysOfFile } from './keys-of-file';
import { createTokenVerifier } from './token-verifier';

const issuer = 'https://issuer.example';
const audience = 'registry-hub';

describe('keys kept in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  const file = join(folder, 'jwks.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  function list(...keys: readonly JWK[]): void {
    writeFileSync(`${file}.new`, JSON.stringify({ keys: keys.map(publicHalf) }));
    renameSync(`${file}.new`, file);
  }

  it('may be changed while the process runs: two hold at a time, and one that is taken out holds no longer', async () => {
    const [first, second] = await Promise.all([signingKey('ES256', 'first'), signingKey('ES256', 'second')]);
    list(first);
    const verify = createTokenVerifier({ issuer, audience, keys: keysOfFile(file) });
    const accepted = async (): Promise<readonly boolean[]> => {
      const tokens = await Promise.all([first, second].map((key) => forgeToken({ issuer, audience, key })));
      return Promise.all(
        tokens.map((token) =>
          verify(`Bearer ${token}`).then(
            () => true,
            () => false,
          ),
        ),
      );
    };
    expect(await accepted()).toEqual([true, false]);
    list(second, first);
    expect(await accepted()).toEqual([true, true]);
    list(second);
    expect(await accepted()).toEqual([false, true]);
  });

  it('are needed from the outset', () => {
    expect(() => keysOfFile(join(folder, 'none.json'))).toThrow('ENOENT');
  });
});
