import type { CaseFacts, DerivedCase } from '../../domain';
import { responseClassesByEdition } from '../criteria/eln-responses';

/** The class of response to the first imatinib line at every milestone that was reached, by edition; one of which none was reached is absent. */
export function milestoneResponses(facts: CaseFacts): NonNullable<DerivedCase['milestoneResponses']> {
  const reached = [...responseClassesByEdition(facts)].filter(([, responses]) => responses.length > 0);
  return Object.fromEntries(reached.map(([edition, responses]) => [edition, Object.fromEntries(responses)]));
}
