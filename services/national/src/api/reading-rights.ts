import { type Caller, hasNationalRole } from '@registry-hub/shared/identity';
import type { ReadingScope } from '../storage';

/** What part of this country's patient-level data a caller may read. */
export function readingScope(caller: Caller, country: string): ReadingScope {
  if (hasNationalRole(caller, country, 'COORDINATOR', 'VALIDATOR')) return { kind: 'registry' };
  const centerCode = centerOf(caller, country);
  return centerCode === undefined ? { kind: 'nothing' } : { kind: 'center', centerCode };
}

/** The centre that a CENTER of this country speaks for. */
export function centerOf(caller: Caller, country: string): string | undefined {
  const ofThisCountry = hasNationalRole(caller, country, 'CENTER') && caller.center?.startsWith(`${country}-`) === true;
  return ofThisCountry ? caller.center : undefined;
}
