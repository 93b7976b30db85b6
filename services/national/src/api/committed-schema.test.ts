import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foundingCountries } from '@registry-hub/shared/domain';
import { subgraphSdl } from '@registry-hub/shared/graphql';
import { nationalExtensions } from '../extensions';
import { buildNationalSchema } from './build-national-schema';

test('the committed schema is the one that is served; npm run schema writes it', async () => {
  const committed = readFileSync(join(__dirname, '../../schema.graphql'), 'utf8');
  expect(subgraphSdl(await buildNationalSchema({ country: { code: 'XX', name: 'Exampleland' } }))).toBe(committed);
});

test.each(foundingCountries.filter(({ code }) => nationalExtensions[code]))(
  'so is the one of $name with its extensions on',
  async (country) => {
    const committed = readFileSync(join(__dirname, '../../schemas', `${country.code}.graphql`), 'utf8');
    expect(subgraphSdl(await buildNationalSchema({ country, extensions: nationalExtensions[country.code] ?? [] }))).toBe(committed);
  },
);
