import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { codeOf } from '../errors';

/** Whether a process of this id exists, be it another user's. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * When the process was started, as a text to compare with a later one: ids are given out again, the pair of id and start is not.
 * Undefined where the system doesn't tell.
 */
export function startOf(pid: number): string | undefined {
  // proc(5): field 22 of stat is the start in clock ticks since boot; field 2, the name, may hold blanks and parentheses
  const stat = procFile(pid, 'stat');
  if (stat === undefined) return listed(pid, 'lstart=');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

/** The command and its arguments, blank-separated. Undefined where the system doesn't tell. */
export function commandLineOf(pid: number): string | undefined {
  return procFile(pid, 'cmdline')?.replaceAll('\0', ' ').trim() ?? listed(pid, 'command=');
}

function procFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}

function listed(pid: number, column: string): string | undefined {
  try {
    const line = execFileSync('ps', ['-p', String(pid), '-o', column], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return line === '' ? undefined : line;
  } catch {
    return undefined;
  }
}
