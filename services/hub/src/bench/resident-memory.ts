import { readFileSync } from 'node:fs';

/**
 * Memory of a process that is not swapped out, in MB: now (VmRSS), or at its peak so far (VmHWM); undefined where the system does
 * not tell (it does on Linux).
 */
export function residentMegabytes(pid: number | undefined, figure: 'VmRSS' | 'VmHWM'): number | undefined {
  if (pid === undefined) return undefined;
  try {
    const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n');
    const kilobytes = /^\w+:\s+(\d+) kB$/.exec(lines.find((line) => line.startsWith(figure)) ?? '')?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
