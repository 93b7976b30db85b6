import type { Check } from '../check';
import { authenticationChecks } from './authentication-checks';
import { errorChecks } from './error-checks';
import { healthChecks } from './health-checks';
import { importChecks } from './import-checks';
import { limitChecks } from './limit-checks';
import { listingChecks } from './listing-checks';
import { partialChecks } from './partial-checks';
import { rightsChecks } from './rights-checks';
import { schemaChecks } from './schema-checks';
import { statisticsChecks } from './statistics-checks';
import { writingChecks } from './writing-checks';

/** Everything that a national registry is held against, in the order in which it is tried. */
export function allChecks(): readonly Check[] {
  return [
    ...schemaChecks,
    ...healthChecks,
    ...authenticationChecks,
    ...rightsChecks,
    ...listingChecks,
    ...statisticsChecks,
    ...limitChecks,
    ...importChecks,
    ...partialChecks,
    ...writingChecks(),
    ...errorChecks,
  ];
}
