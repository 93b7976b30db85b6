import { type CaseFacts, type DerivedCase, elnEditions } from '../../domain';
import { elnResponses } from '../criteria/eln-responses';

/** The class of response to the first imatinib line at every milestone that was reached, by edition; one of which none was reached is absent. */
export function milestoneResponses(facts: CaseFacts): NonNullable<DerivedCase['milestoneResponses']> {
  const byEdition = elnEditions.flatMap((edition) => {
    const reached = elnResponses(facts, edition).map(({ month, response }) => [month, response] as const);
    return reached.length === 0 ? [] : [[edition, Object.fromEntries(reached)] as const];
  });
  return Object.fromEntries(byEdition);
}
