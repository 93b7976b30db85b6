import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keysOfFile, questionSigner, verifyQuestion } from '@registry-hub/shared/identity';
import { type DataFolder, dataFolder, prepareDataFolder } from '../data-folder';
import { HUB_KEY_LIFE } from './key-life';
import { ensureKeyPair } from './key-pair';
import { announceNextKey, isNextKeyAnnounced, rotateKeyPair } from './rotate-key-pair';

interface Listed {
  readonly kid: string;
  readonly exp?: number;
}

describe("replacing the hub's key", () => {
  let data: DataFolder;
  beforeEach(async () => {
    data = dataFolder(mkdtempSync(join(tmpdir(), 'rotate-')));
    prepareDataFolder(data);
    await ensureKeyPair(data.hubKey, HUB_KEY_LIFE);
  });
  afterEach(() => rmSync(data.root, { recursive: true }));

  const listed = (): readonly Listed[] => JSON.parse(readFileSync(data.hubKey.publicKeys, 'utf8')).keys;
  const signs = (): string => JSON.parse(readFileSync(data.hubKey.privateKey, 'utf8')).kid;

  it('goes on without a restart of who signs or who verifies', async () => {
    const sign = questionSigner(data.hubKey.privateKey);
    let now = Date.now();
    const keys = keysOfFile(data.hubKey.publicKeys, () => now);
    const before = await sign(['FR'], 'question');

    await rotateKeyPair(data.hubKey, HUB_KEY_LIFE);
    const after = await sign(['FR'], 'question');
    await expect(verifyQuestion(keys, 'FR', 'question', before)).resolves.toBeUndefined();
    await expect(verifyQuestion(keys, 'FR', 'question', after)).resolves.toBeUndefined();

    now += (HUB_KEY_LIFE.validSeconds + 1) * 1000;
    await expect(verifyQuestion(keys, 'FR', 'question', before)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(verifyQuestion(keys, 'FR', 'question', after)).resolves.toBeUndefined();
  });

  it('lists the new key first, and the old one with its end', async () => {
    const old = signs();
    await rotateKeyPair(data.hubKey, HUB_KEY_LIFE);
    const [first, second, ...others] = listed();
    expect(first).toEqual(expect.objectContaining({ kid: signs() }));
    expect(first).not.toHaveProperty('exp');
    expect(second?.kid).toBe(old);
    expect(second?.exp).toBeGreaterThan(Date.now() / 1000 + HUB_KEY_LIFE.validSeconds - 60);
    expect(others).toEqual([]);
    expect(signs()).not.toBe(old);
    expect(readFileSync(data.hubKey.publicKeys, 'utf8')).not.toContain('"d"');
    expect(statSync(data.hubKey.privateKey).mode & 0o777).toBe(0o600);
  });

  it('takes the key that was announced, which was listed before it signed', async () => {
    const old = signs();
    await announceNextKey(data.hubKey, HUB_KEY_LIFE);
    const [first, announced] = listed();
    expect([first?.kid, signs()]).toEqual([old, old]);
    expect(isNextKeyAnnounced(data.hubKey)).toBe(true);
    await announceNextKey(data.hubKey, HUB_KEY_LIFE);
    expect(listed()).toHaveLength(2);

    await rotateKeyPair(data.hubKey, HUB_KEY_LIFE);
    expect(signs()).toBe(announced?.kid);
    expect(existsSync(data.hubKey.nextKey)).toBe(false);
  });

  it('may take back what the old key signed', async () => {
    await rotateKeyPair(data.hubKey, HUB_KEY_LIFE);
    await rotateKeyPair(data.hubKey, { validSeconds: 0 });
    expect(listed()).toEqual([expect.objectContaining({ kid: signs() })]);
  });

  it('is completed at the next start when it broke off after the new key took over', async () => {
    const old = signs();
    await announceNextKey(data.hubKey, HUB_KEY_LIFE);
    renameSync(data.hubKey.nextKey, data.hubKey.privateKey);
    expect(listed()).toContainEqual(expect.not.objectContaining({ exp: expect.anything() }));

    await ensureKeyPair(data.hubKey, HUB_KEY_LIFE);
    expect(listed()).toEqual([
      expect.not.objectContaining({ exp: expect.anything() }),
      expect.objectContaining({ kid: old, exp: expect.any(Number) }),
    ]);
  });

  it('never uses a private key that others can read', async () => {
    chmodSync(data.hubKey.privateKey, 0o644);
    await expect(ensureKeyPair(data.hubKey, HUB_KEY_LIFE)).rejects.toThrow(/private\.jwk holds a secret that others can read .*0600/);
    await expect(rotateKeyPair(data.hubKey, HUB_KEY_LIFE)).rejects.toThrow(/0600/);
    expect(() => questionSigner(data.hubKey.privateKey)).toThrow(/0600/);
  });
});
