/** A process that has answered once. */
export interface RunningProcess {
  readonly pid: number;
  /** Where it answers. */
  readonly url: string;
  /** Settles when the process has ended, with how: `exit code 1`, `signal SIGKILL`. */
  readonly ended: Promise<string>;
  /** Asks it to finish what it does and to end; ends it by force when it doesn't. */
  stop(): Promise<void>;
}

/**
 * Starts a process and waits until it answers. Rejects when it ends before, and when the signal says stop: in both cases only after
 * the process is gone.
 */
export type Launch = (signal: AbortSignal) => Promise<RunningProcess>;
