import { OperatorError } from '../errors';
import type { PartKind, PartReport } from './hub-state';
import { type PartDefinition, type PartEvent, SupervisedPart } from './supervised-part';

/** Who asks is stopped before who answers. */
const STOP_ORDER: readonly PartKind[] = ['gateway', 'identity', 'national', 'database'];

/** All the processes of one hub. */
export class Fleet {
  readonly #parts = new Map<string, SupervisedPart>();
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

  /** In the order in which they were started. */
  reports(): readonly PartReport[] {
    return [...this.#parts.values()].map((part) => part.report());
  }

  /** Stops every part, those of one kind together; none can be started afterwards. */
  async stop(): Promise<void> {
    this.#closed = true;
    for (const kind of STOP_ORDER) {
      await Promise.all([...this.#parts.values()].filter((part) => part.kind === kind).map((part) => part.stop()));
    }
  }
}
