import { type CountryIdentity, countryFieldName, countryTypeName } from './country';

/**
 * The schema every national registry serves, for this country. It stands in for the country's own until that one has been
 * seen.
 *
 * @param template the same schema for the country Exampleland
 */
export function standardSchema(template: string, { name }: CountryIdentity): string {
  return template.replaceAll('Exampleland', countryTypeName(name)).replaceAll('exampleland', countryFieldName(name));
}
