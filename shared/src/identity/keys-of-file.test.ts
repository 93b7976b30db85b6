import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK, jwtVerify, SignJWT } from 'jose';
import { keysOfFile } from './keys-of-file';

describe('public keys kept in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  const file = join(folder, 'jwks.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  const list = (...keys: readonly JWK[]): void => writeFileSync(file, JSON.stringify({ keys }));

  async function signer(kid: string): Promise<{ readonly key: JWK; readonly token: string }> {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey);
    return { key: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' }, token };
  }

  it('count as soon as the file lists them, and no longer than that', async () => {
    const [one, two] = [await signer('one'), await signer('two')];
    list(one.key);
    const keys = keysOfFile(file);
    await expect(jwtVerify(two.token, keys)).rejects.toThrow('no applicable key');
    list(one.key, two.key);
    await expect(jwtVerify(one.token, keys)).resolves.toBeDefined();
    await expect(jwtVerify(two.token, keys)).resolves.toBeDefined();
    list(two.key);
    await expect(jwtVerify(one.token, keys)).rejects.toThrow('no applicable key');
  });

  it('count until the day that is given with them', async () => {
    const [old, current] = [await signer('old'), await signer('current')];
    const retired: JWK & { readonly exp: number } = { ...old.key, exp: 1000 };
    list(current.key, retired);
    let now = 999_999;
    const keys = keysOfFile(file, () => now);
    await expect(jwtVerify(old.token, keys)).resolves.toBeDefined();
    now = 1_000_000;
    await expect(jwtVerify(old.token, keys)).rejects.toThrow('no applicable key');
    await expect(jwtVerify(current.token, keys)).resolves.toBeDefined();
  });

  it.each([['{"keys":{}}'], ['[]'], ['{"keys":[{"kid":"a"}]}']])('%s are none', (text) => {
    writeFileSync(file, text);
    expect(() => keysOfFile(file)).toThrow(/is no JSON Web Key Set/);
  });
});
