import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOf, stopChild, stopStranger } from './child-end';
import { openLog } from './log-file';
import { findFreePorts, isPortFree } from './ports';
import { commandLineOf, isRunning, startOf } from './process-identity';

/** A process that has told that it is there; with `stubborn` it does not mind SIGTERM. */
async function child(stubborn = false) {
  const script = `${stubborn ? "process.on('SIGTERM', () => {});" : ''} console.log('there'); setInterval(() => {}, 1000);`;
  const started = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = endOf(started);
  await new Promise((resolve) => started.stdout.once('data', resolve));
  return { child: started, ended, pid: started.pid ?? 0 };
}

test('a process is told from another by when it started, and by its command', async () => {
  const { child: one, ended, pid } = await child();
  expect(isRunning(pid)).toBe(true);
  expect(startOf(pid)).toEqual(startOf(pid));
  expect(startOf(pid)).not.toEqual(startOf(process.pid));
  expect(commandLineOf(pid)).toContain('setInterval');
  one.kill('SIGKILL');
  await expect(ended).resolves.toBe('signal SIGKILL');
  expect(isRunning(pid)).toBe(false);
});

test('a child is asked to end, and made to when it does not', async () => {
  const steps = [{ signal: 'SIGTERM', graceMs: 150 }] as const;
  const [willing, stubborn] = await Promise.all([child(), child(true)]);
  await Promise.all([stopChild(willing.child, willing.ended, steps), stopChild(stubborn.child, stubborn.ended, steps)]);
  await expect(willing.ended).resolves.toBe('signal SIGTERM');
  await expect(stubborn.ended).resolves.toBe('signal SIGKILL');
});

test('so is a process that is no child of this one', async () => {
  const { ended, pid } = await child(true);
  await stopStranger(pid, [{ signal: 'SIGTERM', graceMs: 100 }]);
  await expect(ended).resolves.toBe('signal SIGKILL');
});

test('a program that does not exist ends with the reason', async () => {
  await expect(endOf(spawn('/nowhere/program'))).resolves.toMatch(/ENOENT/);
});

test('free ports are different ones, and free until somebody listens', async () => {
  const ports = await findFreePorts('127.0.0.1', 5);
  expect(new Set(ports).size).toBe(5);
  const [port = 0] = ports;
  expect(await isPortFree('127.0.0.1', port)).toBe(true);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  expect(await isPortFree('127.0.0.1', port)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
});

test('a log grows until it is too large, and is then put aside', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-log-'));
  const log = join(folder, 'france.log');
  const append = (text: string): void => {
    const descriptor = openLog(log, 8);
    writeSync(descriptor, text);
    closeSync(descriptor);
  };
  writeFileSync(`${log}.1`, 'the oldest');
  append('first\n');
  append('second\n');
  append('third\n');
  expect(readFileSync(log, 'utf8')).toBe('third\n');
  expect(readFileSync(`${log}.1`, 'utf8')).toBe('first\nsecond\n');
  rmSync(folder, { recursive: true });
});
