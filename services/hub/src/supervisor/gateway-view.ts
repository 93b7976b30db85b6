import { setTimeout as delay } from 'node:timers/promises';
import { type CountryIdentity, countryTypeName } from '@registry-hub/shared/domain';
import { z } from 'zod';
import { graphqlRequest } from '../graphql-client';

const viewSchema = z.object({
  countries: z.array(z.object({ code: z.string(), status: z.object({ state: z.string() }) })),
  __schema: z.object({ types: z.array(z.object({ name: z.string() })) }),
});

const QUERY = '{ countries { code status { state } } __schema { types { name } } }';

/**
 * Waits until the gateway has these countries in its schema and finds them up.
 *
 * @returns those of which it could not say so in time.
 */
export async function untilServed(
  gateway: string,
  token: string,
  countries: readonly CountryIdentity[],
  withinMs: number,
  signal: AbortSignal,
): Promise<readonly CountryIdentity[]> {
  for (const deadline = Date.now() + withinMs; ; await delay(150, undefined, { signal })) {
    const missing = await notServed(gateway, token, countries);
    if (missing.length === 0 || Date.now() > deadline) return missing;
  }
}

async function notServed(gateway: string, token: string, countries: readonly CountryIdentity[]): Promise<readonly CountryIdentity[]> {
  const view = viewSchema.safeParse(await graphqlRequest({ url: gateway, query: QUERY, token, withinMs: 5000 }).catch(() => undefined));
  if (!view.success) return countries;
  const up = new Set(view.data.countries.filter(({ status }) => status.state === 'UP').map(({ code }) => code));
  const types = new Set(view.data.__schema.types.map(({ name }) => name));
  return countries.filter(({ code, name }) => !up.has(code) || !types.has(countryTypeName(name)));
}
