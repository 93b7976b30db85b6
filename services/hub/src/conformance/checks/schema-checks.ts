import { readFileSync } from 'node:fs';
import { countryFieldName, countryTypeName, standardSchema } from '@registry-hub/shared/domain';
import { HUB_SIGNATURE_HEADER, SCHEMA_QUESTION } from '@registry-hub/shared/identity';
import { Kind, parse, visit } from 'graphql';
import { z } from 'zod';
import type { Check } from '../check';
import { expectSame, expectThat } from '../deviation';
import { isCountryType, objectTypesIn } from '../find-registry';
import type { Answer, RegistryUnderTest } from '../registry-under-test';
import { schemaDifferences } from '../schema-differences';

const FEDERATION_2 = /^https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+$/;
const REFUSALS = ['FORBIDDEN', 'UNAUTHENTICATED'];
/** What every federation library adds. */
const MACHINERY = ['_service', '_entities'];

function referenceOf({ address }: RegistryUnderTest): string {
  return standardSchema(readFileSync(require.resolve('@registry-hub/national/schema.graphql'), 'utf8'), address.country);
}

function rootFields(sdl: string, root: string): readonly string[] {
  return objectTypesIn(parse(sdl, { noLocation: true }))
    .filter(({ name }) => name.value === root)
    .flatMap(({ fields = [] }) => fields.map(({ name }) => name.value))
    .filter((name) => !MACHINERY.includes(name));
}

function linksIn(sdl: string): readonly string[] {
  const urls: string[] = [];
  visit(parse(sdl, { noLocation: true }), {
    Directive: ({ name, arguments: given = [] }) => {
      const url = given.find((argument) => argument.name.value === 'url')?.value;
      if (name.value === 'link' && url?.kind === Kind.STRING) urls.push(url.value);
    },
  });
  return urls;
}

/** The subgraph that a gateway composes. */
export const schemaChecks: readonly Check[] = [
  {
    id: 'schema.federation',
    sentence: 'The schema links Federation 2.',
    run: async ({ address }) => {
      const links = linksIn(address.sdl);
      expectThat(
        links.some((link) => FEDERATION_2.test(link)),
        'a @link to https://specs.apollo.dev/federation/v2',
        links,
      );
    },
  },
  {
    id: 'schema.for-the-hub',
    sentence: 'The hub, by its signature and without a token, is told the schema, and nothing else.',
    run: async (registry) => {
      const { code, field, address } = registry;
      const ask = async (query: string): Promise<Answer> =>
        registry.askWith(undefined, query, {}, { [HUB_SIGNATURE_HEADER]: await registry.access.signQuestion([code], SCHEMA_QUESTION) });
      const told = await ask(SCHEMA_QUESTION);
      expectThat(JSON.stringify(told.data) === JSON.stringify({ _service: { sdl: address.sdl } }), 'the schema', told.data ?? told.errors);
      const { codes } = await ask(`{ ${field} { registry { patients { totalCount } } } }`);
      expectThat(codes.length === 1 && REFUSALS.includes(codes[0] ?? ''), REFUSALS.join(' or '), codes);
    },
  },
  {
    id: 'schema.country-type',
    sentence: "The country's own type, named after it, implements Country with the key code, and is the only entity.",
    run: async ({ address, type }) => {
      const types = objectTypesIn(parse(address.sdl, { noLocation: true }));
      const entities = types.filter(({ directives = [] }) => directives.some(({ name }) => name.value === 'key'));
      expectSame([countryTypeName(address.country.name)], [...new Set(entities.map(({ name }) => name.value))]);
      expectThat(
        types.filter(isCountryType).some(({ name }) => name.value === type),
        `${type} implements Country @key(fields: "code")`,
        'not so',
      );
    },
  },
  {
    id: 'schema.roots',
    sentence: 'Query and Mutation have one field, named after the country, and none that is for others.',
    run: async ({ address }) => {
      const field = countryFieldName(address.country.name);
      expectSame([field], rootFields(address.sdl, 'Query'), 'in Query ');
      expectSame([field], rootFields(address.sdl, 'Mutation'), 'in Mutation ');
    },
  },
  {
    id: 'schema.complete',
    sentence: 'Every type, field, argument, value and nullability that clients rely on is there.',
    run: async (registry) => {
      const differences = schemaDifferences(referenceOf(registry), registry.address.sdl);
      expectThat(differences.length === 0, 'no difference', `${differences.length} differences: ${differences.join('; ')}`);
    },
  },
  {
    id: 'schema.entity',
    sentence: 'The country is found by its code as an entity, and another code is nobody.',
    run: async (registry) => {
      const { code, type, address } = registry;
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { code name } } }`;
      const of = (country: string): object => ({ of: [{ __typename: type, code: country }] });
      const known = await registry.ask('lead', query, of(code));
      expectSame({ _entities: [{ code, name: address.country.name }] }, known.data);
      const unknown = await registry.ask('lead', query, of('XX'));
      const entities = z.object({ _entities: z.array(z.unknown()) }).safeParse(unknown.data).data?.['_entities'];
      expectThat(entities === undefined || entities.every((one) => one === null), 'null for the code XX', unknown.data);
    },
  },
];
