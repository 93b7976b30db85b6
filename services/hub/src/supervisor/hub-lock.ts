import { randomBytes } from 'node:crypto';
import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { readIfThere } from '../data-folder';
import { codeOf, OperatorError } from '../errors';
import { isRunning, startOf } from '../processes';

const holderSchema = z.object({ pid: z.int(), start: z.string().optional() });
type Holder = z.output<typeof holderSchema>;

/**
 * Makes this process the only one that runs a hub on the data folder.
 *
 * @returns how to give the lock back.
 * @throws OperatorError when another hub runs there.
 */
export function acquireHubLock(file: string, folder: string): () => void {
  const draft = uniqueBeside(file);
  const own: Holder = { pid: process.pid, start: startOf(process.pid) };
  writeFileSync(draft, JSON.stringify(own), { flag: 'wx' });
  try {
    while (!linked(draft, file)) {
      const holder = hubHolder(file);
      if (holder !== undefined) {
        throw new OperatorError(`A hub (process ${holder}) runs on ${folder} already; stop it first, or name another folder in HUB_DATA.`);
      }
      removeStale(file);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return () => rmSync(file, { force: true });
}

/** The id of the process that runs a hub under this lock; undefined when none does. */
export function hubHolder(file: string): number | undefined {
  const text = readIfThere(file);
  return text === undefined ? undefined : liveHolder(text)?.pid;
}

function liveHolder(text: string): Holder | undefined {
  const parsed = holderSchema.safeParse(parseJson(text));
  if (!parsed.success || !isRunning(parsed.data.pid)) return undefined;
  // the id may have been given to another process since
  return parsed.data.start === undefined || parsed.data.start === startOf(parsed.data.pid) ? parsed.data : undefined;
}

/** Takes the name in one step, so that of two starts only one gets it. */
function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead hub's lock, but not one that another start has put there a moment ago. */
function removeStale(file: string): void {
  const aside = uniqueBeside(file);
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (liveHolder(readIfThere(aside) ?? '') !== undefined) linked(aside, file);
  rmSync(aside, { force: true });
}

function uniqueBeside(file: string): string {
  return `${file}.${randomBytes(6).toString('hex')}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
