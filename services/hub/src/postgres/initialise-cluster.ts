import { spawn } from 'node:child_process';
import { existsSync, lchownSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../errors';
import { endOf } from '../processes';
import { commandUnder, type ServerAccount } from './server-account';
import type { Setpriv } from './setpriv';

/** The superuser of an embedded cluster. */
export const SUPERUSER = 'postgres';

export interface InitialisedBy {
  readonly initdb: string;
  readonly account: ServerAccount;
  readonly setpriv: Setpriv | undefined;
}

/**
 * Makes the cluster unless it is there. It becomes visible under its own name only when it is complete, so that an interrupted first
 * start is simply done again.
 */
export async function initialiseCluster(folder: string, password: string, by: InitialisedBy, signal: AbortSignal): Promise<void> {
  const cluster = clusterFolder(folder);
  if (!existsSync(cluster)) {
    const draft = join(folder, 'unfinished');
    const passwordFile = join(folder, 'initdb.password');
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    try {
      writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
      giveTo(by.account, folder);
      await runInitdb(draft, passwordFile, by, signal);
    } finally {
      rmSync(passwordFile, { force: true });
    }
    renameSync(draft, cluster);
  }
  giveTo(by.account, folder);
}

export function clusterFolder(folder: string): string {
  return join(folder, 'cluster');
}

async function runInitdb(cluster: string, passwordFile: string, by: InitialisedBy, signal: AbortSignal): Promise<void> {
  const options = ['--no-sync', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', `--username=${SUPERUSER}`];
  const { file, args, owner } = commandUnder(by.account, by.setpriv, by.initdb, ['-D', cluster, ...options, `--pwfile=${passwordFile}`]);
  const child = spawn(file, args, { ...owner, env: { LC_ALL: 'C', TZ: 'UTC' }, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const stop = (): void => void child.kill('SIGINT');
  signal.addEventListener('abort', stop);
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const end = await endOf(child);
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (end !== 'exit code 0') {
    throw new OperatorError(`The embedded PostgreSQL could not make its cluster: ${firstLine(complaint) ?? end}.`);
  }
}

/** Hands a folder and all in it to the account, where it isn't the account's already. */
function giveTo(account: ServerAccount, path: string): void {
  if (account.kind === 'SELF') return;
  const { uid, gid } = account.user;
  const found = lstatSync(path);
  if (found.uid !== uid || found.gid !== gid) lchownSync(path, uid, gid);
  if (!found.isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(account, join(path, name));
}

function firstLine(text: string): string | undefined {
  return text.split('\n').find((line) => line.trim() !== '');
}
