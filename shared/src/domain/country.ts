/** A national registry as the hub knows it. */
export interface CountryIdentity {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly code: string;
  /** English name. */
  readonly name: string;
}

export const COUNTRY_CODE = /^[A-Z]{2}$/;

/** The nine countries whose 378 cases were pooled in July 2006 (Blood 2006;108(11), abstract 4764), in code order. */
export const foundingCountries: readonly CountryIdentity[] = [
  { code: 'AT', name: 'Austria' },
  { code: 'DE', name: 'Germany' },
  { code: 'DK', name: 'Denmark' },
  { code: 'ES', name: 'Spain' },
  { code: 'FI', name: 'Finland' },
  { code: 'FR', name: 'France' },
  { code: 'IL', name: 'Israel' },
  { code: 'IT', name: 'Italy' },
  { code: 'NL', name: 'Netherlands' },
];

/** The GraphQL type of a country: `United Kingdom` is `UnitedKingdom`, `Türkiye` is `Turkiye`. */
export function countryTypeName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** The root field of a country: `unitedKingdom`. */
export function countryFieldName(name: string): string {
  const typeName = countryTypeName(name);
  return typeName.charAt(0).toLowerCase() + typeName.slice(1);
}
