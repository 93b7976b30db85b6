import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireHubLock, hubHolder } from './hub-lock';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-lock-'));
  file = join(folder, 'hub.lock');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('one holder at a time, until it gives the lock back', () => {
  expect(hubHolder(file)).toBeUndefined();
  const release = acquireHubLock(file, folder);
  expect(hubHolder(file)).toBe(process.pid);
  expect(() => acquireHubLock(file, folder)).toThrow(`A hub (process ${process.pid}) runs on ${folder} already`);
  release();
  expect(readdirSync(folder)).toEqual([]);
  acquireHubLock(file, folder)();
});

test.each([
  ['of a process that is gone', JSON.stringify({ pid: spawnSync(process.execPath, ['-e', '']).pid, start: '1' })],
  ['of a process whose id was given to another', JSON.stringify({ pid: process.pid, start: '1' })],
  ['that was never written', ''],
])('a lock %s is nobody’s', (_name, text) => {
  writeFileSync(file, text);
  expect(hubHolder(file)).toBeUndefined();
  const release = acquireHubLock(file, folder);
  expect(hubHolder(file)).toBe(process.pid);
  release();
  expect(existsSync(file)).toBe(false);
});
