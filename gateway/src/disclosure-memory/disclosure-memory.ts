import type { Asker, DisclosureLog } from '@registry-hub/shared/cohort-memory';
import type { CohortMemory } from '@registry-hub/shared/disclosure';

/** What the hub remembers of the European cohorts that it answered. */
export interface DisclosureMemory {
  /** The cohorts answered to one person. */
  of(asker: Asker): CohortMemory;
  /** What a country's coordinator may read of who asked for cohorts that differ by few. */
  logOf(country: string): Pick<DisclosureLog, 'entries' | 'count'>;
  /** @throws Error while nothing can be remembered, so that nothing may be answered */
  check(): Promise<void>;
  close(): Promise<void>;
}
