import type { RegisteredCountry } from '@registry-hub/shared/register';
import { OperatorError } from '../errors';

/**
 * The country of `--country`, or all of them without it.
 *
 * @throws OperatorError when the hub has no such country
 */
export function chosenCountries(countries: readonly RegisteredCountry[], code: string | undefined): readonly RegisteredCountry[] {
  if (code === undefined) return countries;
  const found = countries.filter((country) => country.code === code.toUpperCase());
  if (found.length > 0) return found;
  throw new OperatorError(
    `--country: "${code}" is no country of this hub; known are ${countries.map((country) => country.code).join(', ')}.`,
  );
}
