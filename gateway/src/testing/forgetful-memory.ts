import { RememberedCohorts } from '@registry-hub/shared/testing';
import type { DisclosureMemory } from '../disclosure-memory';

/** Remembers within this process, and logs for nobody. */
export function forgetfulMemory(): DisclosureMemory {
  const bySubject = new Map<string, RememberedCohorts>();
  return {
    of: ({ subject }) => {
      const known = bySubject.get(subject) ?? new RememberedCohorts();
      bySubject.set(subject, known);
      return known;
    },
    logOf: () => ({ entries: async () => [], count: async () => 0 }),
    check: async () => undefined,
    close: async () => undefined,
  };
}
