import type { Caller } from '../identity';
import type { CohortFilter } from '../statistics';
import { MINIMUM_COUNTRIES } from './policy';

/** Whether a filter names fewer countries than a pool must have: too few for their sums to hide each other's. */
export function namesFew({ countries }: Pick<CohortFilter, 'countries'>): boolean {
  return countries !== undefined && new Set(countries).size < MINIMUM_COUNTRIES;
}

/**
 * Whether a filter names fewer countries than a pool must have, and the caller works for one of them: such sums may be had, and
 * are had in clear. The hub asks for no others in clear, and no country gives them.
 */
export function isOwnFew(filter: Pick<CohortFilter, 'countries'>, { country }: Caller): boolean {
  return namesFew(filter) && country !== undefined && filter.countries?.includes(country) === true;
}
