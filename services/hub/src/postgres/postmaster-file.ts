import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere } from '../data-folder';
import { commandLineOf, isRunning, type StopStep, stopStranger } from '../processes';

/** Fast shutdown (sessions are ended, data is safe), then the immediate one (the next start recovers). */
export const POSTGRES_STOP: readonly StopStep[] = [
  { signal: 'SIGINT', graceMs: 30_000 },
  { signal: 'SIGQUIT', graceMs: 5000 },
];

/**
 * Ends a server that an earlier hub has left running over this cluster, and removes a file that names somebody else's process:
 * PostgreSQL would take it for its own and refuse to start. Only for whoever holds the data folder's lock.
 */
export async function stopStaleServer(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const pid = Number(readIfThere(file)?.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1) return;
  if (isRunning(pid) && isServerOf(cluster, pid)) await stopStranger(pid, POSTGRES_STOP);
  else rmSync(file, { force: true });
}

function isServerOf(cluster: string, pid: number): boolean {
  const command = commandLineOf(pid) ?? '';
  return command.includes('postgres') && command.includes(cluster);
}
