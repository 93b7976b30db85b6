import { spawn } from 'node:child_process';
import { closeSync, fstatSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { OperatorError, reasonOf } from '../errors';
import { type ExitGuard, endOf, type Launch, openLog, stopChild } from '../processes';
import { connectionFault } from './connect';
import { POSTGRES_STOP, stopStaleServer } from './postmaster-file';
import { commandUnder, type ServerAccount } from './server-account';
import type { Setpriv } from './setpriv';

export interface ServerLaunch {
  readonly postgres: string;
  readonly cluster: string;
  readonly host: string;
  readonly port: number;
  /** Any database of the cluster, with a role that may connect: the server is ready when it lets this in. */
  readonly adminUrl: string;
  readonly logFile: string;
  /** False for data nobody will miss: nothing is forced to disk then. */
  readonly durable: boolean;
  readonly account: ServerAccount;
  readonly setpriv: Setpriv | undefined;
  readonly guard: ExitGuard;
}

/** Recovery after a crash may take this long before the server answers. */
const READY_WITHIN_MS = 120_000;
/** SQLSTATE invalid_password: waiting won't mend it. */
const WRONG_PASSWORD = '28P01';

/** Starts the server over its cluster, on its one port. */
export function serverLaunch(server: ServerLaunch): Launch {
  return async (signal) => {
    await stopStaleServer(server.cluster);
    signal.throwIfAborted();
    const log = openLog(server.logFile);
    const logStart = fstatSync(log).size;
    const { file, args, owner } = commandUnder(server.account, server.setpriv, server.postgres, serverArguments(server));
    // a process group of its own: a terminal's Ctrl-C would reach it before the services have finished
    const child = spawn(file, args, { ...owner, env: { LC_ALL: 'C', TZ: 'UTC' }, stdio: ['ignore', log, log], detached: true });
    closeSync(log);
    server.guard.watch(child, 'SIGQUIT');
    const ended = endOf(child);
    const stop = (): Promise<void> => stopChild(child, ended, POSTGRES_STOP);
    try {
      await untilReady(server.adminUrl, ended, signal);
    } catch (error) {
      await stop();
      signal.throwIfAborted();
      const why = error instanceof OperatorError ? error.message : (fatalLine(server.logFile, logStart) ?? reasonOf(error));
      throw new OperatorError(`PostgreSQL did not start: ${why}. Its log: ${server.logFile}`);
    }
    return { pid: child.pid ?? 0, url: `postgresql://${server.host}:${server.port}`, ended, stop };
  };
}

function serverArguments({ cluster, host, port, durable }: ServerLaunch): readonly string[] {
  const settings = {
    port,
    listen_addresses: host,
    unix_socket_directories: '',
    max_connections: 400,
    TimeZone: 'UTC',
    log_timezone: 'UTC',
    // statements and the detail of errors hold patients' data: neither belongs into a log
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

async function untilReady(adminUrl: string, ended: Promise<string>, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  void ended.then((end) => over.abort(new Error(`it ended with ${end}`)));
  const stopWaiting = AbortSignal.any([signal, over.signal, AbortSignal.timeout(READY_WITHIN_MS)]);
  for (let fault = await connectionFault(adminUrl); fault !== undefined; fault = await connectionFault(adminUrl)) {
    if (fault.code === WRONG_PASSWORD) throw new OperatorError("its superuser's password is another than the one kept beside its data");
    stopWaiting.throwIfAborted();
    await delay(30);
  }
}

/** What the server itself gave as the reason, since this byte of its log. */
function fatalLine(logFile: string, from: number): string | undefined {
  const lines = readFileSync(logFile).subarray(from).toString('utf8').split('\n');
  return lines.map((line) => /(?:FATAL|setpriv): +(.+)/.exec(line)?.[1]).find((reason) => reason !== undefined);
}
