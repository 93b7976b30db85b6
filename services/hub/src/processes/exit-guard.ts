import type { ChildProcess } from 'node:child_process';

/** Sees to it that no child outlives this process, should it end without having stopped them: by an uncaught error, or in haste. */
export class ExitGuard {
  readonly #children = new Map<ChildProcess, NodeJS.Signals>();

  constructor() {
    process.once('exit', () => this.endAll());
  }

  /** Takes care of the child until it has ended; the signal is the one that ends it at once. */
  watch(child: ChildProcess, signal: NodeJS.Signals): void {
    this.#children.set(child, signal);
    child.once('exit', () => this.#children.delete(child));
  }

  /** Signals every child that still runs, without waiting. */
  endAll(): void {
    for (const [child, signal] of this.#children) child.kill(signal);
  }
}
