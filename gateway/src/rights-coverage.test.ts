import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countryFieldName, countryTypeName, foundingCountries } from '@registry-hub/shared/domain';
import { type GuardedNames, rightsTable, rightTo, unnamedFields } from '@registry-hub/shared/rights';
import { buildSchema, isObjectType } from 'graphql';

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

describe('the table of rights', () => {
  it('has a row for every way into the hub', () => {
    expect(unnamedFields(schema, names)).toEqual([]);
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
