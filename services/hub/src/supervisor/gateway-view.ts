import { setTimeout as delay } from 'node:timers/promises';
import { type CountryIdentity, countryFieldName, countryTypeName } from '@registry-hub/shared/domain';
import { z } from 'zod';
import { OperatorError } from '../errors';
import { graphqlRequest } from '../graphql-client';

const named = z.object({ name: z.string() });
const schemaSchema = z.object({
  schema: z.object({ types: z.array(named), queryType: z.object({ fields: z.array(named) }) }),
});
const statusSchema = z.object({ countries: z.array(z.object({ code: z.string(), status: z.object({ state: z.string() }) })) });

const WITHIN_MS = 5000;

/** The names in the gateway's schema: of its types, and of the fields one can ask for. @param token any caller's */
export async function schemaNames(gateway: string, token: string): Promise<ReadonlySet<string>> {
  const query = '{ schema: __schema { types { name } queryType { fields { name } } } }';
  const answer = schemaSchema.safeParse(await graphqlRequest({ url: gateway, query, token, withinMs: WITHIN_MS }));
  if (!answer.success) throw new OperatorError('The gateway does not tell its schema.');
  const { types, queryType } = answer.data.schema;
  return new Set([...types, ...queryType.fields].map(({ name }) => name));
}

/**
 * Waits until the gateway has these countries in its schema and finds them up.
 *
 * @param token any caller's.
 * @returns those of which it could not be said in time.
 */
export async function untilServed(
  gateway: string,
  token: string,
  countries: readonly CountryIdentity[],
  withinMs: number,
  signal: AbortSignal,
): Promise<readonly CountryIdentity[]> {
  for (const deadline = Date.now() + withinMs; ; await delay(150, undefined, { signal })) {
    const missing = await notServed(gateway, token, countries).catch(() => countries);
    if (missing.length === 0 || Date.now() > deadline) return missing;
  }
}

async function notServed(gateway: string, token: string, countries: readonly CountryIdentity[]): Promise<readonly CountryIdentity[]> {
  const names = await schemaNames(gateway, token);
  const unknown = countries.filter((country) => !names.has(countryTypeName(country.name)) || !names.has(countryFieldName(country.name)));
  if (unknown.length > 0) return unknown;
  const query = '{ countries { code status { state } } }';
  const status = statusSchema.parse(await graphqlRequest({ url: gateway, query, token, withinMs: WITHIN_MS }));
  const up = new Set(status.countries.filter(({ status: { state } }) => state === 'UP').map(({ code }) => code));
  return countries.filter(({ code }) => !up.has(code));
}
