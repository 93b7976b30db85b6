import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExposedFileError } from './exposed-file-error';
import { readPrivateFile, readPrivateFileIfThere } from './read-private-file';
import { writePrivateFile } from './write-private-file';

describe('a file with a secret', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is written and read with mode 0600, in a folder of mode 0700', () => {
    const path = join(folder, 'keys', 'private.jwk');
    writePrivateFile(path, 'one');
    writePrivateFile(path, 'two');
    expect(readPrivateFile(path)).toBe('two');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['private.jwk']);
  });

  it('takes the place of one that was open to others, and leaves the folder that was there as it is', () => {
    chmodSync(folder, 0o755);
    const path = join(folder, 'private.jwk');
    writeFileSync(path, 'one', { mode: 0o644 });
    writePrivateFile(path, 'two');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o755);
  });

  it.each(['0640', '0604', '0644', '0620', '0660', '0666', '0610'])('of mode %s is refused, with the mode to set', (mode) => {
    const path = join(folder, 'private.jwk');
    writeFileSync(path, 'secret');
    chmodSync(path, Number.parseInt(mode, 8));
    const read = (): string => readPrivateFile(path);
    expect(read).toThrow(ExposedFileError);
    expect(read).toThrow(`${path} holds a secret that others can read (mode ${mode}): set its mode to 0600, as by chmod 600 ${path}.`);
  });

  it.each(['0600', '0400', '0700'])('of mode %s is read', (mode) => {
    const path = join(folder, 'private.jwk');
    writeFileSync(path, 'secret');
    chmodSync(path, Number.parseInt(mode, 8));
    expect(readPrivateFile(path)).toBe('secret');
  });

  it('is judged by itself, and not by a link to it', () => {
    const path = join(folder, 'private.jwk');
    writeFileSync(path, 'secret', { mode: 0o644 });
    symlinkSync(path, join(folder, 'link'));
    expect(() => readPrivateFile(join(folder, 'link'))).toThrow(ExposedFileError);
  });

  it('that is not there is no fault where it need not be', () => {
    expect(readPrivateFileIfThere(join(folder, 'none'))).toBeUndefined();
    expect(() => readPrivateFile(join(folder, 'none'))).toThrow('ENOENT');
  });
});
