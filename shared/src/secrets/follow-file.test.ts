import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { followFile } from './follow-file';
import { writePrivateFile } from './write-private-file';

describe('following a file', () => {
  let folder: string;
  let path: string;
  let reads: number;
  const readNumber = (file: string): number => {
    reads += 1;
    const number = Number(readFileSync(file, 'utf8'));
    if (Number.isNaN(number)) throw new Error('no number');
    return number;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'follow-'));
    path = join(folder, 'number');
    reads = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('reads it once, and again when it was replaced', () => {
    writePrivateFile(path, '1');
    const latest = followFile(path, readNumber);
    expect([latest(), latest(), reads]).toEqual([1, 1, 1]);
    writePrivateFile(path, '2');
    expect([latest(), latest(), reads]).toEqual([2, 2, 2]);
  });

  it('keeps the last that could be read', () => {
    writePrivateFile(path, '1');
    const latest = followFile(path, readNumber);
    writePrivateFile(path, 'one');
    expect(latest()).toBe(1);
    rmSync(path);
    expect(latest()).toBe(1);
    writePrivateFile(path, '2');
    expect(latest()).toBe(2);
  });

  it('fails at once when there is nothing to begin with', () => {
    expect(() => followFile(path, readNumber)).toThrow('ENOENT');
  });
});
