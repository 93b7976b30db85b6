import { HubError } from '../errors';
import type { Caller } from '../identity';
import type { CohortFilter, Coverage } from '../statistics';
import { isOwnFew } from './own-few';
import type { DisclosurePolicy } from './policy';

/**
 * Refuses pooled figures that speak for too few countries: what one or two give can be told from what the others know. A
 * filter may name fewer when the caller works for one of them.
 *
 * @throws HubError DISCLOSURE_REFUSED
 */
export function checkCoverage({ answered }: Coverage, filter: CohortFilter, policy: DisclosurePolicy, caller: Caller): void {
  if (answered.length >= policy.minimumCountries || isOwnFew(filter, caller)) return;
  throw new HubError(
    'DISCLOSURE_REFUSED',
    `Pooled figures need at least ${policy.minimumCountries} answering countries; ${answered.length} answered.`,
  );
}
