import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { countryFieldName, countryTypeName, foundingCountries } from '@registry-hub/shared/domain';
import { type GuardedNames, rightsTable, rightTo, unnamedFields } from '@registry-hub/shared/rights';
import { buildSchema, isObjectType, Kind, parse } from 'graphql';

const schema = buildSchema(readFileSync(join(__dirname, '..', 'supergraph.graphql'), 'utf8'));
const names: GuardedNames = {
  types: Object.fromEntries(
    foundingCountries.flatMap(({ name }) => [
      [countryTypeName(name), 'Country'],
      [`${countryTypeName(name)}Operations`, 'NationalOperations'],
    ]),
  ),
  countryFields: foundingCountries.map(({ name }) => countryFieldName(name)),
};

/** What extensions add to a country's own types: their rows are their own, and their countries' services are held against them. */
const ofExtensions = new Set(extensionFields());

function extensionFields(): readonly string[] {
  const folder = dirname(require.resolve('@registry-hub/national/schema.graphql'));
  const own = join(folder, 'schemas');
  const documents = existsSync(own) ? readdirSync(own).map((file) => readFileSync(join(own, file), 'utf8')) : [];
  const standard = new Set(ownFields(readFileSync(join(folder, 'schema.graphql'), 'utf8')));
  return documents.flatMap(ownFields).filter((field) => !standard.has(field));
}

/** The fields of a country's own types, under the names that the table of rights has for them. */
function ownFields(sdl: string): readonly string[] {
  const types = parse(sdl).definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
  const own = [
    ['Country', types.find(({ interfaces = [] }) => interfaces.some(({ name }) => name.value === 'Country'))],
    ['NationalOperations', types.find(({ interfaces = [] }) => interfaces.some(({ name }) => name.value === 'NationalOperations'))],
  ] as const;
  return own.flatMap(([door, type]) => (type?.fields ?? []).map(({ name }) => `${door}.${name.value}`));
}

describe('the table of rights', () => {
  it('has a row for every way into the hub', () => {
    expect(unnamedFields(schema, names).filter((field) => !ofExtensions.has(field))).toEqual([]);
  });

  it('has none for what is not there', () => {
    const there = (name: string): boolean => {
      const [type = '', field = ''] = name.replace('Country.', 'France.').replace('NationalOperations.', 'FranceOperations.').split('.');
      const known = schema.getType(type);
      return isObjectType(known) && known.getFields()[field.replace('<country>', 'france')] !== undefined;
    };
    const named = rightsTable.flatMap(({ fields }) => fields.map(({ field }) => field));
    // the gateway alone asks for entities; ways beside GraphQL are named by method and path
    expect(named.filter((name) => !there(name) && !/^(?:GET|POST) \//.test(name))).toEqual(['Query._entities']);
  });

  it('closes what is new until it has a row', () => {
    const grown = buildSchema('type Query { viewer: String secrets: String } type Europe { cohort: String patients: String }');
    expect(unnamedFields(grown, names)).toEqual(['Query.secrets', 'Europe.patients']);
    expect(rightTo('Query.secrets')).toBeUndefined();
  });
});
