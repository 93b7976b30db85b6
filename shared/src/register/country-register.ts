import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { COUNTRY_CODE, type CountryIdentity, countryTypeName } from '../domain';

/** A national registry that belongs to the hub, with the address of its subgraph. */
export interface RegisteredCountry extends CountryIdentity {
  readonly url: string;
}

/** The countries of one hub, in code order. It is the only list of them; schema and coverage follow from it. */
export interface CountryRegister {
  readonly countries: readonly RegisteredCountry[];
}

const registerSchema = z.object({
  countries: z.array(
    z.object({
      code: z.string().regex(COUNTRY_CODE, 'expected two upper-case letters, as FR'),
      name: z.string().min(1),
      url: z.url({ protocol: /^https?$/ }),
    }),
  ),
});

/**
 * Builds a register of these countries, in code order.
 *
 * @throws Error when two share a code or a type name: each has a GraphQL type of its own
 */
export function countryRegister(countries: readonly RegisteredCountry[]): CountryRegister {
  const sorted = countries.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  for (const [index, country] of sorted.entries()) {
    const twin = sorted.slice(0, index).find((one) => one.code === country.code || typeNameOf(one) === typeNameOf(country));
    if (twin) throw new Error(`${country.code} ${country.name} can't join: ${twin.code} ${twin.name} is registered already`);
    if (!/^[A-Z]/.test(typeNameOf(country))) throw new Error(`The name of ${country.code} must begin with a letter, as Poland`);
  }
  return { countries: sorted };
}

function typeNameOf(country: CountryIdentity): string {
  return countryTypeName(country.name);
}

/** Reads the register's file. @throws Error when there is none or it has another form */
export function readRegister(file: string): CountryRegister {
  const parsed = registerSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is no country register: ${z.prettifyError(parsed.error)}`);
  return countryRegister(parsed.data.countries);
}

/** Replaces the register's file in one step, so that a reader never sees half of it. */
export function writeRegister(file: string, register: CountryRegister): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify(register, undefined, 2)}\n`);
  renameSync(draft, file);
}
