import { OperatorError } from '../errors';
import type { PartKind, PartReport } from './hub-state';
import { type PartDefinition, type PartEvent, SupervisedPart } from './supervised-part';

/** Who asks is stopped before who answers. */
const STOP_ORDER: readonly PartKind[] = ['gateway', 'identity', 'national', 'database'];

/** All the processes of one hub. */
export class Fleet {
  readonly #parts = new Map<string, SupervisedPart>();
  readonly #refused: PartReport[] = [];
  readonly #watch: (event: PartEvent) => void;
  #closed = false;

  constructor(watch: (event: PartEvent) => void) {
    this.#watch = watch;
  }

  /**
   * Starts a part and keeps it running until the fleet is stopped.
   *
   * @returns the address at which it answers.
   * @throws why it did not start; it is no part of the fleet then.
   */
  async start(definition: PartDefinition, signal: AbortSignal): Promise<string> {
    if (this.#closed) throw new OperatorError('The hub is stopping.');
    if (this.#parts.has(definition.name)) throw new OperatorError(`The hub has a part named ${definition.name} already.`);
    const part = new SupervisedPart(definition, this.#watch);
    this.#parts.set(definition.name, part);
    try {
      return await part.start(signal);
    } catch (error) {
      this.#parts.delete(definition.name);
      throw error;
    }
  }

  /** Notes a part that refused to start, and stays down. */
  leaveDown({ name, kind }: Pick<PartDefinition, 'name' | 'kind'>, reason: string): void {
    const part: PartReport = { name, kind, state: 'DOWN', since: new Date().toISOString(), restarts: 0, note: reason };
    this.#refused.push(part);
    this.#watch({ kind: 'PART_REFUSED', part, reason });
  }

  /** In the order in which they were started, those that stay down at the end. */
  reports(): readonly PartReport[] {
    return [...[...this.#parts.values()].map((part) => part.report()), ...this.#refused];
  }

  /** Stops every part, those of one kind together; none can be started afterwards. */
  async stop(): Promise<void> {
    this.#closed = true;
    for (const kind of STOP_ORDER) {
      await Promise.all([...this.#parts.values()].filter((part) => part.kind === kind).map((part) => part.stop()));
    }
  }
}
