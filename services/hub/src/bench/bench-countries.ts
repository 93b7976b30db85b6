import { type CountryIdentity, foundingCountries } from '@registry-hub/shared/domain';

const more = 'AL BA BE BG BY CH CY CZ EE GB GE GR HR HU IE IS LT LU LV MD ME MK MT NO PL PT RO RS SE SI SK'.split(' ');

/** The founding countries and others, forty together, to see what the number of countries costs. */
export const fortyCountries: readonly CountryIdentity[] = [
  ...foundingCountries,
  ...more.map((code) => ({ code, name: new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code })),
];
