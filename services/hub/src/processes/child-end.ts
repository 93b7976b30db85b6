import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { isRunning } from './process-identity';

/** How a child is made to end: each signal in turn, with the time it is given before the next one. */
export interface StopStep {
  readonly signal: NodeJS.Signals;
  readonly graceMs: number;
}

/** Settles when the child has ended, or could not be started, with how in words. Call it at once after the start. */
export function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
  });
}

export async function stopChild(child: ChildProcess, ended: Promise<string>, steps: readonly StopStep[]): Promise<void> {
  for (const { signal, graceMs } of steps) {
    child.kill(signal);
    if (await settlesWithin(ended, graceMs)) return;
  }
  child.kill('SIGKILL');
  await ended;
}

/** The same for a process that is no child of this one. */
export async function stopStranger(pid: number, steps: readonly StopStep[]): Promise<void> {
  for (const { signal, graceMs } of [...steps, { signal: 'SIGKILL', graceMs: 5000 } as const]) {
    if (isRunning(pid)) process.kill(pid, signal);
    for (const deadline = Date.now() + graceMs; isRunning(pid) && Date.now() < deadline; ) await delay(20);
    if (!isRunning(pid)) return;
  }
}

async function settlesWithin(promise: Promise<unknown>, ms: number): Promise<boolean> {
  const timer = new AbortController();
  const tooLate = delay(ms, false, { signal: timer.signal }).catch(() => false);
  const settled = await Promise.race([promise.then(() => true), tooLate]);
  timer.abort();
  return settled;
}
