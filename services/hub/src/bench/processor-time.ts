import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in ticks of this length, whatever the machine (proc(5), USER_HZ). */
const TICKS_A_SECOND = 100;

/**
 * Processor time that a process and its children have taken so far, those that have ended included, in seconds; undefined where the
 * system does not tell (it does on Linux). Unlike a clock it hardly notices what else the machine is doing.
 */
export function processorSeconds(pid: number | undefined): number | undefined {
  const own = pid === undefined ? undefined : timesOf(pid);
  if (own === undefined) return undefined;
  const running = childrenOf(own.pid).reduce((sum, { ticks }) => sum + ticks, 0);
  // a child that ended in between would be counted in neither
  return timesOf(own.pid)?.ticks === own.ticks ? (own.ticks + running) / TICKS_A_SECOND : processorSeconds(pid);
}

interface Times {
  readonly pid: number;
  readonly parent: number;
  /** Its own, and those of its children that have ended. */
  readonly ticks: number;
}

function childrenOf(parent: number): readonly Times[] {
  return readdirSync('/proc').flatMap((name) => {
    const times = /^\d+$/.test(name) ? timesOf(Number(name)) : undefined;
    return times?.parent === parent ? [times] : [];
  });
}

/** The command's name, in brackets, may hold anything; the fields after it are numbers from the fourth on. */
function timesOf(pid: number): Times | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, parent = 0, ...rest] = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { pid, parent, ticks: rest.slice(9, 13).reduce((sum, ticks) => sum + ticks, 0) };
  } catch {
    return undefined;
  }
}
