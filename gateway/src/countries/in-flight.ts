/** A result that several may wait for; the one who started it gets it first-hand. */
export interface Shared<T> {
  readonly result: T;
  /** Whether another had started it already. */
  readonly shared: boolean;
}

/** Work under way, by key: who asks for the same while it runs waits for it instead of starting it again. */
export class InFlight<T> {
  private readonly running = new Map<string, Promise<T>>();

  async run(key: string, start: () => Promise<T>): Promise<Shared<T>> {
    const running = this.running.get(key);
    if (running !== undefined) return { result: await running, shared: true };
    const started = start().finally(() => this.running.delete(key));
    this.running.set(key, started);
    return { result: await started, shared: false };
  }
}
