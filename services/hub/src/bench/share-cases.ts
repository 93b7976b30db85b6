import { foundingCountries } from '@registry-hub/shared/domain';
import { apportion, publishedMarginals } from '../synthesis';
import type { CaseShares } from './bench-options';

const published: Readonly<Record<string, number>> = publishedMarginals.countries;

/** Spreads cases over the founding countries. @returns the number of each, by country code */
export function shareCases(cases: number, shares: CaseShares): ReadonlyMap<string, number> {
  const codes = foundingCountries.map(({ code }) => code);
  const weights = codes.map((code) => (shares === 'equal' ? 1 : (published[code] ?? 0)));
  const parts = apportion(cases, weights);
  return new Map(codes.map((code, index) => [code, parts[index] ?? 0]));
}
