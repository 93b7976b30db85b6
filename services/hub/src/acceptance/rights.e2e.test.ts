import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CountryIdentity, countryFieldName, countryTypeName, foundingCountries } from '@registry-hub/shared/domain';
import type { Caller, Role } from '@registry-hub/shared/identity';
import { readRegister } from '@registry-hub/shared/register';
import { openFields, rightsTable, rightTo } from '@registry-hub/shared/rights';
import { type FieldCall, fieldCall } from '@registry-hub/shared/testing';
import { buildSchema, type GraphQLNamedInputType, isEnumType } from 'graphql';
import { dataFolder } from '../data-folder';
import { issueToken, tokenRequest } from '../issuer';
import { RunningHub } from '../testing/running-hub';

const HUB_START_MS = 300_000;
const ALL_CALLS_MS = 240_000;
/** Requests under way at once. */
const AT_ONCE = 12;

const schema = buildSchema(readFileSync(join(__dirname, '../../../../gateway/supergraph.graphql'), 'utf8'));
const [FRANCE = missing('France')] = foundingCountries.filter(({ code }) => code === 'FR');
/** A patient's history hangs below a patient: it has a test of its own. */
const places = [...new Set(rightsTable.flatMap(({ fields }) => fields.map(({ field }) => field)))].filter(
  (place) => place !== 'Patient.history',
);
/** Of the hub itself: a national service has no such field. */
const HUBS_OWN =
  /^(Europe\.|Mutation\.freezeRegistry$|Country\.status|Query\.(viewer|europe|countries|country|registries|mutationCatalogue|diseaseCatalogue|drugs|elnEditions)$)/;
/** Of the services alone: the gateway shows no such field. */
const SERVICES_OWN = /^Query\._entities$/;

/** Who asks in one country's registry: everybody the table names, and their likes from elsewhere. */
function callersOf({ code }: CountryIdentity): readonly Caller[] {
  const elsewhere = code === 'DE' ? 'FR' : 'DE';
  const caller = (role: Role, country?: string, center?: string): Caller => ({
    subject: `${role}-${center ?? country ?? ''}`.toLowerCase(),
    roles: [role],
    ...(country === undefined ? {} : { country }),
    ...(center === undefined ? {} : { center }),
  });
  return [
    ...(['LEAD', 'DASHBOARD', 'ADMIN'] as const).map((role) => caller(role)),
    ...[code, elsewhere].flatMap((country) => [
      caller('COORDINATOR', country),
      caller('VALIDATOR', country),
      caller('CENTER', country, `${country}-001`),
    ]),
  ];
}

/** Every field of the table, asked of a country about one of its centres; what a condition of the table speaks of, too. */
function callsOf(country: CountryIdentity, center: string, queryId: string): readonly FieldCall[] {
  const values: Readonly<Record<string, unknown>> = {
    patientCode: `${center}-9999`,
    center,
    centerCode: center,
    edition: 'ELN_2013',
    birthMonth: '1950-01',
    reason: 'Misread.',
    country: 'DE',
    batch: 1,
    id: queryId,
    representations: { __typename: countryTypeName(country.name), code: country.code },
  };
  const sample =
    (place: string, conditions: Readonly<Record<string, unknown>>) =>
    (name: string, type: GraphQLNamedInputType, required: boolean): unknown => {
      if (Object.hasOwn(conditions, name)) return conditions[name];
      if (name === 'code') return place.endsWith('.center') ? center : place.startsWith('Query.') ? country.code : `${center}-9999`;
      if (!required && !['center', 'centerCode', 'patientCode'].includes(name)) return undefined;
      if (name in values) return values[name];
      if (isEnumType(type)) return type.getValues().find((one) => one.name !== 'LOCKED')?.name;
      return { CalendarDate: '2004-01-01', Boolean: true, Int: 1, Float: 1, ID: '1' }[type.name] ?? 'x';
    };
  return places.flatMap((place) => {
    const conditions = rightsTable.flatMap(({ fields }) => fields).flatMap(({ field, where }) => (field === place && where ? [where] : []));
    const variants = [{}, ...conditions.map(({ argument, is }) => ({ [argument]: is }))];
    return variants.flatMap((given) => fieldCall(schema, country, place, sample(place, given)) ?? []);
  });
}

describe('rights, as the table has them', () => {
  let hub: RunningHub;
  const urls = new Map<string, string>();

  beforeAll(async () => {
    hub = await RunningHub.start();
    for (const { code, url } of readRegister(dataFolder(hub.data).countries).countries) urls.set(code, url);
  }, HUB_START_MS);
  afterAll(() => hub.discard(), HUB_START_MS);

  const tokenOf = async ({ roles: [role = 'LEAD'], country, center, subject }: Caller): Promise<string> =>
    issueToken(dataFolder(hub.data).identity, tokenRequest({ role, subject, ...(country && { country }), ...(center && { center }) }));

  /** A patient of a centre, about whom a question is open. */
  async function openQuestion(country: CountryIdentity, center: string): Promise<{ patientCode: string; queryId: string }> {
    const token = await tokenOf({ subject: 'coordinator', roles: ['COORDINATOR'], country: country.code });
    const field = countryFieldName(country.name);
    const ask = async <T>(query: string): Promise<T> => {
      const { data, errors } = await hub.query<Record<string, T>>(token, query, {}, urls.get(country.code));
      return data?.[field] ?? missing(JSON.stringify(errors));
    };
    const { registry } = await ask<{ registry: { patients: { edges: { node: { code: string } }[] } } }>(
      `{ ${field} { registry { patients(first: 1, filter: { center: "${center}" }) { edges { node { code } } } } } }`,
    );
    const patientCode = registry.patients.edges[0]?.node.code ?? missing(`patient of ${center}`);
    const { asked } = await ask<{ asked: { id: string } }>(
      `mutation { ${field} { asked: raiseDataQuery(patientCode: "${patientCode}", message: "Is that so?") { id } } }`,
    );
    return { patientCode, queryId: asked.id };
  }

  /** @returns what is otherwise than the table says, a line each */
  async function contradictions(
    country: CountryIdentity,
    centers: readonly string[],
    url: string,
    isThere: (place: string) => boolean,
  ): Promise<string[]> {
    const known = await Promise.all(callersOf(country).map(async (caller) => ({ caller, token: await tokenOf(caller) })));
    const callers = [...known, { caller: undefined, token: undefined }];
    const work: { call: FieldCall; center: string; caller: Caller | undefined; token: string | undefined }[] = [];
    for (const center of centers) {
      const calls = callsOf(country, center, (await openQuestion(country, center)).queryId).filter(({ place }) => isThere(place));
      expect(calls.length).toBeGreaterThan(40);
      work.push(...calls.flatMap((call) => callers.map((who) => ({ call, center, ...who }))));
    }
    const found: string[] = [];
    const next = async (): Promise<void> => {
      for (let one = work.pop(); one !== undefined; one = work.pop()) {
        const { call, center, caller, token } = one;
        const { data, errors = [] } = await hub.query(token, call.query, call.variables, url);
        const codes = [...new Set(errors.map(({ extensions }) => extensions.code))];
        const expected = expectedCode(call, caller, country.code, center);
        if (!isAsExpected(expected, codes, data)) {
          const who = caller?.subject ?? 'nobody';
          found.push(`${call.place} ${JSON.stringify(call.variables)} by ${who}: ${codes.join() || 'data'}, not ${expected ?? 'data'}`);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    return found;
  }

  it.each(foundingCountries.map((country) => [country.name, country] as const))(
    'hold at the national service of %s, asked directly',
    async (_, country) => {
      const centers = country.code === 'FR' ? ['FR-001', 'FR-002'] : [`${country.code}-001`];
      expect(await contradictions(country, centers, urls.get(country.code) ?? '', (place) => !HUBS_OWN.test(place))).toEqual([]);
    },
    ALL_CALLS_MS,
  );

  it(
    'hold at the gateway',
    async () => {
      expect(await contradictions(FRANCE, ['FR-001', 'FR-002'], `${hub.url}/graphql`, (place) => !SERVICES_OWN.test(place))).toEqual([]);
    },
    ALL_CALLS_MS,
  );

  it("hold for a patient's history, whose right ends before the patient's own", async () => {
    const { patientCode } = await openQuestion(FRANCE, 'FR-001');
    const query = `{ france { registry { patient(code: "${patientCode}") { history { totalCount } } } } }`;
    for (const caller of callersOf(FRANCE)) {
      const allowed = rightTo('Patient.history', 'FR')?.(caller, {}) === true;
      for (const url of [`${hub.url}/graphql`, urls.get('FR') ?? '']) {
        const { errors = [] } = await hub.query(await tokenOf(caller), query, {}, url);
        expect({ caller, codes: errors.map(({ extensions }) => extensions.code) }).toEqual({ caller, codes: allowed ? [] : ['FORBIDDEN'] });
      }
    }
  });

  it.each(['POST /import', 'GET /export'])('hold at the way beside GraphQL, %s', async (place) => {
    const [method = '', path = ''] = place.split(' ');
    for (const [code, url] of urls) {
      const country = foundingCountries.find((one) => one.code === code) ?? missing(code);
      for (const caller of callersOf(country)) {
        const response = await fetch(new URL(path, url), { method, headers: { authorization: `Bearer ${await tokenOf(caller)}` } });
        await response.arrayBuffer();
        const allowed = rightTo(place, code)?.(caller, {}) === true;
        // who may, and sends nothing to import, is told so
        const expected = allowed ? [200, 400, 415] : [403];
        expect({ caller, code, status: response.status, asExpected: expected.includes(response.status) }).toMatchObject({
          asExpected: true,
        });
      }
      expect((await fetch(new URL(path, url), { method })).status).toBe(401);
    }
  });

  it('let nobody but the hub have the sums of a country, whatever the token', async () => {
    const address = new URL('/partial', urls.get('FR'));
    for (const caller of callersOf(FRANCE)) {
      const response = await fetch(address, { method: 'POST', headers: { authorization: `Bearer ${await tokenOf(caller)}` }, body: '{}' });
      expect({ caller, status: response.status }).toEqual({ caller, status: 403 });
    }
    expect((await fetch(address, { method: 'POST', body: '{}' })).status).toBe(401);
  });
});

function expectedCode({ place, variables }: FieldCall, caller: Caller | undefined, country: string, center: string): string | undefined {
  if (caller === undefined) return 'UNAUTHENTICATED';
  // a question has no centre's code among its arguments: whose it is shows when it is looked up
  if (place === 'NationalOperations.answerDataQuery' && caller.center !== undefined && caller.center !== center) return 'FORBIDDEN';
  return openFields.includes(place) || rightTo(place, country)?.(caller, variables) === true ? undefined : 'FORBIDDEN';
}

/** Whoever may ask is told of data, or what is wrong with a change that can not be made. */
function isAsExpected(expected: string | undefined, codes: readonly string[], data: unknown): boolean {
  if (expected !== undefined) return codes.length === 1 && codes[0] === expected;
  return codes.length === 0 ? data !== undefined : codes.every((code) => ['BAD_USER_INPUT', 'NOT_FOUND', 'CONFLICT'].includes(code));
}

function missing(what: string): never {
  throw new Error(`no ${what}`);
}
