import type { DataSource, EntityManager } from 'typeorm';
import { type InstalledExtensions, NO_EXTENSIONS } from '../extension';
import { inRegistryWrite } from './transaction';

/**
 * Where the changes of one process wait for their turn. The registry takes one change at a time; whoever waited for the
 * database's lock would hold a connection that readers need.
 */
export class RegistryWriter {
  private last: Promise<unknown> = Promise.resolve();

  /** @param extensions whose rows follow every change */
  constructor(
    private readonly dataSource: DataSource,
    readonly extensions: InstalledExtensions = NO_EXTENSIONS,
  ) {}

  /** As {@link inRegistryWrite}, after all that were asked for before. */
  write<T>(work: (manager: EntityManager) => Promise<T>, keep?: (outcome: T) => boolean): Promise<T> {
    const turn = this.last.then(() => inRegistryWrite(this.dataSource, work, keep));
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
