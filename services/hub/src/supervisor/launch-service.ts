import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, fstatSync, readFileSync } from 'node:fs';
import { OperatorError, reasonOf } from '../errors';
import { type ExitGuard, endOf, isPortFree, type Launch, openLog, type StopStep, stopChild } from '../processes';
import { PartRefusal } from './part-refusal';

export interface ServiceLaunch {
  readonly name: string;
  /** The service's main module. */
  readonly module: string;
  readonly host: string;
  readonly port: ServicePort;
  /** The whole environment but for HOST and PORT. */
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly guard: ExitGuard;
}

/** PREFERRED: another one when it is taken, and that from then on. */
export type ServicePort = { readonly kind: 'FIXED' | 'PREFERRED'; readonly port: number };

const READY_WITHIN_MS = 120_000;
const STOP: readonly StopStep[] = [{ signal: 'SIGTERM', graceMs: 10_000 }];
/** Before it is ready there is nothing to finish. */
const STOP_EARLY: readonly StopStep[] = [{ signal: 'SIGTERM', graceMs: 2000 }];

/** Starts a Node service that tells over the IPC channel when it answers. */
export function serviceLaunch(service: ServiceLaunch): Launch {
  let lastPort = service.port.port;
  return async (signal) => {
    signal.throwIfAborted();
    const port = service.port.kind === 'FIXED' || (await isPortFree(service.host, lastPort)) ? lastPort : 0;
    const log = openLog(service.logFile);
    const logStart = fstatSync(log).size;
    const child = fork(service.module, [], {
      env: { ...service.environment, HOST: service.host, PORT: String(port) },
      execArgv: [],
      // a process group of its own: a terminal's Ctrl-C would reach all parts at once, in no order
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    service.guard.watch(child, 'SIGKILL');
    const ended = endOf(child);
    try {
      const { origin, port: answersAt } = new URL(await readyUrl(child, ended, signal));
      if (service.port.kind === 'PREFERRED') lastPort = Number(answersAt);
      return { pid: child.pid ?? 0, url: origin, ended, stop: () => stopChild(child, ended, STOP) };
    } catch (error) {
      await stopChild(child, ended, STOP_EARLY);
      signal.throwIfAborted();
      if (error instanceof PartRefusal) throw error;
      const why = lastWords(service.logFile, logStart) ?? reasonOf(error);
      throw new OperatorError(`${service.name} did not start: ${why.replace(/\.$/, '')}. Its log: ${service.logFile}`);
    }
  };
}

function readyUrl(child: ChildProcess, ended: Promise<string>, signal: AbortSignal): Promise<string> {
  const giveUp = AbortSignal.any([signal, AbortSignal.timeout(READY_WITHIN_MS)]);
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (isReady(message)) resolve(message.url);
      else if (isRefused(message)) reject(new PartRefusal(message.reason));
    });
    giveUp.addEventListener('abort', () => reject(giveUp.reason));
    void ended.then((end) => reject(new Error(`it ended with ${end}`)));
  });
}

function isRefused(message: unknown): message is { readonly type: 'refused'; readonly reason: string } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'refused' &&
    'reason' in message &&
    typeof message.reason === 'string'
  );
}

function isReady(message: unknown): message is { readonly type: 'ready'; readonly url: string } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'ready' &&
    'url' in message &&
    typeof message.url === 'string'
  );
}

/** The sentence with which a service took its leave, since this byte of its log: an error's first line, or the last line that is no JSON. */
function lastWords(logFile: string, from: number): string | undefined {
  const plain = readFileSync(logFile)
    .subarray(from)
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('{'));
  return plain.find((line) => /^\w*Error\b.*: /.test(line)) ?? plain.at(-1);
}
