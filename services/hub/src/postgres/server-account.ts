import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorError } from '../errors';
import type { Setpriv } from './setpriv';

export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** As whom the server runs: PostgreSQL refuses to run as root. */
export type ServerAccount =
  | { readonly kind: 'SELF' }
  /** closedFolders: a folder above its files shuts this user out, as /root does. */
  | { readonly kind: 'USER'; readonly user: SystemUser; readonly closedFolders: boolean };

/** A program with its arguments, ready for spawn(). */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly owner: { readonly uid: number; readonly gid: number } | Record<string, never>;
}

/** In this order: the user a PostgreSQL package has made, then the one that every Unix has. None is ever created. */
const CANDIDATES = ['postgres', 'nobody'];

/**
 * Chooses the account for files in these (existing) folders.
 *
 * @throws OperatorError when this process is root and there is no other user to run as.
 */
export function chooseAccount(folders: readonly string[], ownUid = process.getuid?.(), passwd = '/etc/passwd'): ServerAccount {
  if (ownUid !== 0) return { kind: 'SELF' };
  const users = readUsers(passwd);
  const user = CANDIDATES.map((name) => users.find((each) => each.name === name)).find((each) => each !== undefined);
  if (user === undefined) {
    throw new OperatorError(
      'PostgreSQL does not run as root, and there is no system user "postgres" or "nobody" to run it as; start the hub as an ordinary user, or set DATABASE_URL.',
    );
  }
  return { kind: 'USER', user, closedFolders: !folders.every((folder) => isOpenTo(user, folder)) };
}

/**
 * The command that runs the program under this account.
 *
 * With setpriv, the server also gets a signal when this process dies without having stopped it. Folders that shut the account out are
 * crossed with the one capability to read past file modes (CAP_DAC_OVERRIDE); without `no_setuid_fixup` the change of user would take it
 * away from access(2).
 *
 * @throws OperatorError when a folder shuts the account out and there is no setpriv.
 */
export function commandUnder(account: ServerAccount, setpriv: Setpriv | undefined, program: string, args: readonly string[]): Command {
  const deathSignal = setpriv?.deathSignal === true ? ['--pdeathsig', 'INT'] : [];
  if (account.kind === 'SELF') {
    if (setpriv === undefined || deathSignal.length === 0) return { file: program, args, owner: {} };
    return { file: setpriv.program, args: [...deathSignal, program, ...args], owner: {} };
  }
  const { user, closedFolders } = account;
  if (setpriv === undefined) {
    if (!closedFolders) return { file: program, args, owner: { uid: user.uid, gid: user.gid } };
    throw new OperatorError(
      `PostgreSQL does not run as root, and the user "${user.name}" can't enter the folders of the hub's data and programs; move both out of closed folders, start the hub as an ordinary user, or set DATABASE_URL.`,
    );
  }
  const crossing = closedFolders ? ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'] : [];
  const change = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  return { file: setpriv.program, args: [...change, ...deathSignal, ...crossing, program, ...args], owner: {} };
}

/** passwd(5): name, password, uid, gid, … separated by colons. */
function readUsers(passwd: string): readonly SystemUser[] {
  return readFileSync(passwd, 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid = '', gid = '']) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name !== '' && uid > 0 && gid > 0);
}

/** Whether the user may pass through this folder and every one above it, by file modes. */
function isOpenTo(user: SystemUser, path: string): boolean {
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const execute = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & execute) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
