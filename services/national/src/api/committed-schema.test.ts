import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { subgraphSdl } from '@registry-hub/shared/graphql';
import { buildNationalSchema } from './build-national-schema';

test('the committed schema is the one that is served; npm run schema writes it', async () => {
  const committed = readFileSync(join(__dirname, '../../schema.graphql'), 'utf8');
  expect(subgraphSdl(await buildNationalSchema({ country: { code: 'XX', name: 'Exampleland' } }))).toBe(committed);
});
