import { setTimeout as delay } from 'node:timers/promises';
import { reasonOf } from '../errors';
import type { Launch, RunningProcess } from '../processes';
import { backOffMs } from './back-off';
import type { PartKind, PartReport } from './hub-state';

export interface PartDefinition {
  readonly name: string;
  readonly kind: PartKind;
  readonly launch: Launch;
  /** Told whenever the part answers at another address than before. */
  readonly onAddress?: (url: string) => void;
}

/** What happens to a part, for whoever watches. */
export type PartEvent =
  | { readonly kind: 'PART_STARTING'; readonly part: PartReport }
  | { readonly kind: 'PART_UP'; readonly part: PartReport; readonly afterMs: number }
  | { readonly kind: 'PART_DOWN'; readonly part: PartReport; readonly reason: string }
  /** It stays down. */
  | { readonly kind: 'PART_REFUSED'; readonly part: PartReport; readonly reason: string };

type State =
  | { readonly kind: 'STARTING' }
  | { readonly kind: 'UP'; readonly process: RunningProcess }
  | { readonly kind: 'DOWN'; readonly reason: string }
  | { readonly kind: 'STOPPED' };

/** After so long a life a failure is a new one, not one more in a row. */
const STEADY_AFTER_MS = 60_000;

/** One process that is kept running: started again, with growing pauses, whenever it ends by itself. */
export class SupervisedPart {
  readonly #definition: PartDefinition;
  readonly #watch: (event: PartEvent) => void;
  readonly #stopping = new AbortController();
  #state: State = { kind: 'STARTING' };
  #since = new Date();
  #address: string | undefined;
  #restarts = 0;
  #life: Promise<void> = Promise.resolve();

  constructor(definition: PartDefinition, watch: (event: PartEvent) => void) {
    this.#definition = definition;
    this.#watch = watch;
  }

  get name(): string {
    return this.#definition.name;
  }

  get kind(): PartKind {
    return this.#definition.kind;
  }

  /**
   * Starts the part for the first time and keeps it running from then on.
   *
   * @throws why it did not start, or the signal's reason; then it is not started again.
   */
  async start(signal: AbortSignal): Promise<string> {
    const first = this.#launch(AbortSignal.any([signal, this.#stopping.signal]));
    this.#life = first.then(
      (process) => this.#keepRunning(process),
      () => undefined,
    );
    return (await first).url;
  }

  /** Ends the process, and the will to start it again. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    if (this.#state.kind === 'UP') await this.#state.process.stop();
    await this.#life;
    this.#enter({ kind: 'STOPPED' });
  }

  report(): PartReport {
    const { name, kind } = this.#definition;
    return {
      name,
      kind,
      state: this.#state.kind === 'STOPPED' ? 'DOWN' : this.#state.kind,
      ...(this.#state.kind === 'UP' ? { pid: this.#state.process.pid } : {}),
      ...(this.#address === undefined ? {} : { url: this.#address }),
      since: this.#since.toISOString(),
      restarts: this.#restarts,
    };
  }

  async #keepRunning(first: RunningProcess): Promise<void> {
    let failures = 0;
    for (let process: RunningProcess | undefined = first; process !== undefined; ) {
      const end = await process.ended;
      if (this.#stopping.signal.aborted) return;
      failures = Date.now() - this.#since.getTime() > STEADY_AFTER_MS ? 1 : failures + 1;
      process = await this.#startAgain(`it ended with ${end}`, failures);
    }
  }

  /** Tries until it succeeds; undefined when the part is stopped meanwhile. */
  async #startAgain(reason: string, failures: number): Promise<RunningProcess | undefined> {
    const { signal } = this.#stopping;
    for (let row = failures, why = reason; !signal.aborted; row += 1) {
      this.#enter({ kind: 'DOWN', reason: why });
      this.#watch({ kind: 'PART_DOWN', part: this.report(), reason: why });
      await delay(backOffMs(row), undefined, { signal }).catch(() => undefined);
      if (signal.aborted) break;
      this.#restarts += 1;
      try {
        return await this.#launch(signal);
      } catch (error) {
        why = reasonOf(error);
      }
    }
    return undefined;
  }

  async #launch(signal: AbortSignal): Promise<RunningProcess> {
    const begin = Date.now();
    this.#enter({ kind: 'STARTING' });
    this.#watch({ kind: 'PART_STARTING', part: this.report() });
    const process = await this.#definition.launch(signal);
    if (signal.aborted) {
      await process.stop();
      throw signal.reason;
    }
    this.#enter({ kind: 'UP', process });
    if (process.url !== this.#address) {
      this.#address = process.url;
      this.#definition.onAddress?.(process.url);
    }
    this.#watch({ kind: 'PART_UP', part: this.report(), afterMs: Date.now() - begin });
    return process;
  }

  #enter(state: State): void {
    this.#state = state;
    this.#since = new Date();
  }
}
