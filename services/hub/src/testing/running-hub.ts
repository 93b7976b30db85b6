import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type HubState, readHubState } from '../supervisor';

/** The built command, run as an operator runs it: tests that use it need a build, which `npm test` makes. */
const HUB_COMMAND = join(__dirname, '..', '..', 'dist', 'main.js');
const READY = /Registry Hub is ready/;

export interface CommandOutcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface GraphqlOutcome<D> {
  readonly status: number;
  readonly data?: D | null;
  readonly errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions: { code: string } & Record<string, unknown>;
  }[];
}

/** A whole hub in processes of its own, with a data folder that goes with it. */
export class RunningHub {
  private constructor(
    readonly data: string,
    private readonly child: ChildProcess,
    private readonly environment: Readonly<Record<string, string>>,
    readonly output: readonly string[],
  ) {}

  /** Starts a hub on free ports and waits until it says that it is ready. */
  static async start(
    settings: Readonly<Record<string, string>> = {},
    data: string = mkdtempSync(join(tmpdir(), 'hub-')),
  ): Promise<RunningHub> {
    const environment = { HUB_DATA: data, HUB_PORT: '0', LOG_LEVEL: 'warn', ...settings };
    const child = spawn(process.execPath, [HUB_COMMAND, 'start'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: string[] = [];
    const lines = createInterface({ input: child.stdout });
    createInterface({ input: child.stderr }).on('line', (line) => output.push(line));
    await new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => {
        output.push(line);
        if (READY.test(line)) resolve();
      });
      child.once('exit', (code) => reject(new Error(`the hub ended with exit code ${code}:\n${output.join('\n')}`)));
    });
    return new RunningHub(data, child, environment, output);
  }

  get state(): HubState {
    const state = readHubState(join(this.data, 'state.json'));
    if (!state) throw new Error('the hub has written no state');
    return state;
  }

  get url(): string {
    return this.state.hub.url ?? '';
  }

  /** Runs a hub command against this hub. */
  command(...words: readonly string[]): Promise<CommandOutcome> {
    return hubCommand(words, this.environment);
  }

  async token(...words: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await this.command('token', ...words);
    if (exitCode !== 0) throw new Error(stderr);
    return stdout.trim();
  }

  /** Sends a query to the gateway, or to the address given. */
  async query<D>(
    token: string | undefined,
    query: string,
    variables: object = {},
    url: string = `${this.url}/graphql`,
  ): Promise<GraphqlOutcome<D>> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as object) };
  }

  /** Ends the hub as Ctrl-C does. @returns its exit code */
  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  }

  /** Ends the hub and removes its data. */
  async discard(): Promise<void> {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }
}

/** Runs the built `hub` command to its end. */
export function hubCommand(words: readonly string[], environment: Readonly<Record<string, string>>): Promise<CommandOutcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [HUB_COMMAND, ...words],
      { env: { ...process.env, ...environment }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ exitCode: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });
}
