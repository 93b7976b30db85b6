import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureFolder } from './ensure-folder';

describe('making folders', () => {
  const root = mkdtempSync(join(tmpdir(), 'folders-'));
  afterAll(() => rmSync(root, { recursive: true }));

  it('makes those above, too, and leaves those that are there', () => {
    ensureFolder(join(root, 'a', 'b', 'c'));
    ensureFolder(join(root, 'a', 'b', 'c'));
    expect(existsSync(join(root, 'a', 'b', 'c'))).toBe(true);
  });

  it('fails below a file, and where the file system makes no folders', () => {
    writeFileSync(join(root, 'file'), '');
    expect(() => ensureFolder(join(root, 'file', 'folder'))).toThrow('ENOTDIR');
    if (process.platform === 'linux') expect(() => ensureFolder('/proc/registry-hub/data')).toThrow('ENOENT');
  });
});
