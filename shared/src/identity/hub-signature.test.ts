import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';
import { questionSigner, verifyQuestion } from './hub-signature';

async function hubKeys() {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const folder = mkdtempSync(join(tmpdir(), 'hub-key-'));
  const file = join(folder, 'private.jwk');
  writeFileSync(file, JSON.stringify({ ...(await exportJWK(privateKey)), alg: 'EdDSA' }), { mode: 0o600 });
  const sign = questionSigner(file);
  rmSync(folder, { recursive: true });
  return { sign, keys: createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'EdDSA' }] }) };
}

describe("the hub's signature", () => {
  it('is good for the question and countries it was made for, and for no others', async () => {
    const { sign, keys } = await hubKeys();
    const signature = await sign(['AT', 'FR'], 'question');
    await expect(verifyQuestion(keys, 'AT', 'question', signature)).resolves.toBeUndefined();
    await expect(verifyQuestion(keys, 'FR', 'question', signature)).resolves.toBeUndefined();
    await expect(verifyQuestion(keys, 'DE', 'question', signature)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(verifyQuestion(keys, 'FR', 'another', signature)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(verifyQuestion(keys, 'FR', 'question', undefined)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('of another hub is refused', async () => {
    const [ours, theirs] = [await hubKeys(), await hubKeys()];
    const signature = await theirs.sign(['FR'], 'question');
    await expect(verifyQuestion(ours.keys, 'FR', 'question', signature)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
