import type { Environment } from '../settings';
import type { ServiceModules } from '../supervisor';

/** What the commands are given of the process they run in. */
export interface CommandContext {
  readonly environment: Environment;
  /** Writes one line of the result. */
  readonly out: (line: string) => void;
  /** Writes one line about how it goes. */
  readonly err: (line: string) => void;
  /** Finds the services' main modules. */
  readonly findServices: () => ServiceModules;
  /** Aborts when this process is asked to stop. */
  readonly stopSignal: () => AbortSignal;
}

/** 0: done; 1: not, or not all of it. */
export type ExitCode = 0 | 1;
