import { type Caller, hasNationalRole } from '../identity';

/** The centre that a CENTER of this country speaks for. */
export function centerOf(caller: Caller, country: string): string | undefined {
  const ofThisCountry = hasNationalRole(caller, country, 'CENTER') && caller.center?.startsWith(`${country}-`) === true;
  return ofThisCountry ? caller.center : undefined;
}
