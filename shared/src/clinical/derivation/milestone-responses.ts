import type { CaseFacts, DerivedCase } from '../../domain';
import { responseClassesByEdition } from '../criteria/eln-responses';
import { isOtherTumour } from './chronic-myeloid-leukemia';

/**
 * The class of response to the first imatinib line at every milestone that was reached, by edition; one of which none was reached is
 * absent. The criteria are those of CML: another tumour has none.
 */
export function milestoneResponses(facts: CaseFacts): NonNullable<DerivedCase['milestoneResponses']> {
  if (isOtherTumour(facts)) return {};
  const reached = [...responseClassesByEdition(facts)].filter(([, responses]) => responses.length > 0);
  return Object.fromEntries(reached.map(([edition, responses]) => [edition, Object.fromEntries(responses)]));
}
