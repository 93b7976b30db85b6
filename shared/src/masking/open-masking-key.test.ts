import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMaskingKey } from './open-masking-key';

describe("a country's masking key", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'masking-'));
    file = join(folder, 'masking-key.pem');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made at the first start, for its owner alone, and is the same at the next', () => {
    const { publicKey } = openMaskingKey(file);
    expect(openMaskingKey(file).publicKey).toBe(publicKey);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['masking-key.pem']);
  });

  it('is not made where nobody prepared a folder for it', () => {
    expect(() => openMaskingKey(join(folder, 'missing', 'key.pem'))).toThrow(
      /^The masking key .*key\.pem is not there, and no folder .*missing to make it in\.$/,
    );
  });

  it('is refused when others can read it, or it is none', () => {
    openMaskingKey(file);
    chmodSync(file, 0o644);
    expect(() => openMaskingKey(file)).toThrow('holds a secret that others can read');
    writeFileSync(file, 'no key');
    chmodSync(file, 0o600);
    expect(() => openMaskingKey(file)).toThrow(`The masking key ${file} is no X25519 private key in PEM.`);
  });
});
