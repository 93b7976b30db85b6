import { unnamedFields } from '@registry-hub/shared/rights';
import { nationalExtensions } from '../extensions';
import { buildNationalSchema, guardedNames } from './build-national-schema';

const country = { code: 'FR', name: 'France' };
const names = { typeName: 'France', operationsName: 'FranceOperations', fieldName: 'france' };

test('every way into a national registry has a row in the table of rights', async () => {
  expect(unnamedFields(await buildNationalSchema({ country }), guardedNames(country, names))).toEqual([]);
});

test('so has every way into its extensions', async () => {
  const extensions = nationalExtensions[country.code] ?? [];
  expect(unnamedFields(await buildNationalSchema({ country, extensions }), guardedNames(country, names, extensions))).toEqual([]);
});
