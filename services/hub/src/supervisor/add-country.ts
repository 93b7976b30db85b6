import { COUNTRY_CODE, type CountryIdentity, countryFieldName, countryTypeName } from '@registry-hub/shared/domain';
import { countryRegister, type RegisteredCountry } from '@registry-hub/shared/register';
import { z } from 'zod';
import { OperatorError, reasonOf } from '../errors';
import { graphqlRequest, RefusedRequest } from '../graphql-client';
import { findFreePort } from '../processes';
import type { AddCountry, NewCountry } from './control-channel';
import { NATIONAL_HOST, readCountries, readLocalCountries, registerCountries, writeLocalCountries } from './countries';
import { graphqlUrl, type StartCountry } from './country-services';
import { schemaNames, untilServed } from './gateway-view';
import { type HubContext, observerToken } from './hub-context';

const NAME = /^\p{Letter}[\p{Letter}\p{Mark} .'’-]{1,60}$/u;
const SERVED_WITHIN_MS = 30_000;

/**
 * Lets countries join the running hub, each while everything else goes on. A country is in the register only once its service
 * answers.
 *
 * @param gateway the gateway's GraphQL URL.
 */
export function addingCountries(hub: HubContext, startCountry: StartCountry, gateway: string, signal: AbortSignal): AddCountry {
  const joining = new Set<string>();
  return async (wanted) => {
    const country = checkedCountry(hub, wanted);
    const token = await observerToken(hub);
    const names = token === undefined ? new Set() : await schemaNames(gateway, token);
    if (names.has(countryTypeName(country.name)) || names.has(countryFieldName(country.name))) {
      throw new OperatorError(`--name: ${country.name} is a name of the hub's own API; choose another.`);
    }
    if (joining.has(country.code)) throw new OperatorError(`${country.code} is joining already.`);
    joining.add(country.code);
    try {
      if (wanted.url === undefined) await joinHere(hub, country, startCountry, signal);
      else await joinElsewhere(hub, country, wanted.url, token);
    } finally {
      joining.delete(country.code);
    }
    const missing = token === undefined ? [] : await untilServed(gateway, token, [country], SERVED_WITHIN_MS, signal);
    return { country: registered(hub, country), served: missing.length === 0 };
  };
}

function checkedCountry({ data }: HubContext, wanted: NewCountry): CountryIdentity {
  const country = { code: wanted.code.toUpperCase(), name: wanted.name.trim() };
  if (!COUNTRY_CODE.test(country.code)) throw new OperatorError(`"${wanted.code}" is no country code; expected two letters, as PL.`);
  if (!NAME.test(country.name)) throw new OperatorError(`--name: "${wanted.name}" is no country's name; expected letters, as Poland.`);
  try {
    countryRegister([...readCountries(data).countries, { ...country, url: 'http://joining.invalid' }]);
  } catch (error) {
    throw new OperatorError(`${reasonOf(error)}.`);
  }
  return country;
}

async function joinHere(hub: HubContext, country: CountryIdentity, startCountry: StartCountry, signal: AbortSignal): Promise<void> {
  await startCountry(country, await findFreePort(NATIONAL_HOST), signal);
  writeLocalCountries(hub.data, [...readLocalCountries(hub.data), country]);
}

async function joinElsewhere(hub: HubContext, country: CountryIdentity, address: string, token: string | undefined): Promise<void> {
  const url = subgraphUrl(address);
  const sdl = await subgraphSchema(url, token);
  const typeName = countryTypeName(country.name);
  if (sdl !== undefined && !new RegExp(`\\btype ${typeName}\\b`).test(sdl)) {
    throw new OperatorError(`--url: ${url} serves another country than ${country.name} (its schema has no type ${typeName}).`);
  }
  registerCountries(hub.data, [{ ...country, url }]);
}

/** What the service there says of itself; undefined when it answers, but not to a caller without a token. */
async function subgraphSchema(url: string, token: string | undefined): Promise<string | undefined> {
  try {
    const query = '{ service: _service { sdl } }';
    const data = await graphqlRequest({ url, query, ...(token === undefined ? {} : { token }), withinMs: 10_000 });
    return z.object({ service: z.object({ sdl: z.string() }) }).parse(data).service.sdl;
  } catch (error) {
    if (!(error instanceof RefusedRequest)) throw error;
    if (!error.codes.includes('UNAUTHENTICATED')) throw new OperatorError(`--url: ${url} serves no subgraph: ${error.message}`);
    if (token === undefined) return undefined;
    throw new OperatorError(`--url: ${url} does not accept this hub's tokens; start it with this hub's issuer, audience and public keys.`);
  }
}

function subgraphUrl(address: string): string {
  const url = z.url({ protocol: /^https?$/ }).safeParse(address);
  if (!url.success) throw new OperatorError(`--url: "${address}" is no address; expected one that starts with http:// or https://.`);
  return new URL(url.data).pathname === '/' ? graphqlUrl(url.data) : url.data;
}

function registered({ data }: HubContext, country: CountryIdentity): RegisteredCountry {
  const found = readCountries(data).countries.find(({ code }) => code === country.code);
  if (found === undefined) throw new OperatorError(`${country.code} is not in the register.`);
  return found;
}
