import { existsSync } from 'node:fs';
import { type CountryIdentity, foundingCountries } from '@registry-hub/shared/domain';
import { type CountryRegister, countryRegister, type RegisteredCountry, readRegister, writeRegister } from '@registry-hub/shared/register';
import { z } from 'zod';
import { type DataFolder, readIfThere, replaceFile } from '../data-folder';

/** National services listen where only this machine reaches them. */
export const NATIONAL_HOST = '127.0.0.1';

const localSchema = z.object({ countries: z.array(z.object({ code: z.string(), name: z.string() })) });

/** The countries whose service runs on this machine: the founding ones at first, and those that joined without an address. */
export function readLocalCountries({ localCountries }: DataFolder): readonly CountryIdentity[] {
  const text = readIfThere(localCountries);
  return text === undefined ? foundingCountries : localSchema.parse(JSON.parse(text)).countries;
}

export function writeLocalCountries({ localCountries }: DataFolder, countries: readonly CountryIdentity[]): void {
  replaceFile(localCountries, `${JSON.stringify({ countries }, undefined, 2)}\n`);
}

/** The register, empty before the first start. */
export function readCountries({ countries }: DataFolder): CountryRegister {
  return existsSync(countries) ? readRegister(countries) : countryRegister([]);
}

/** Those of the register whose service does not run on this machine, and so does not read this data folder. */
export function countriesElsewhere(data: DataFolder): readonly RegisteredCountry[] {
  const here = new Set(readLocalCountries(data).map(({ code }) => code));
  return readCountries(data).countries.filter(({ code, url }) => !here.has(code) || new URL(url).hostname !== NATIONAL_HOST);
}

/** Puts countries into the register, in place of their former entries. */
export function registerCountries(data: DataFolder, entries: readonly RegisteredCountry[]): void {
  const codes = new Set(entries.map(({ code }) => code));
  const others = readCountries(data).countries.filter(({ code }) => !codes.has(code));
  writeRegister(data.countries, countryRegister([...others, ...entries]));
}
