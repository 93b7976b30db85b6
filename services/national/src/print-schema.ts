import 'reflect-metadata';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foundingCountries } from '@registry-hub/shared/domain';
import { subgraphSdl } from '@registry-hub/shared/graphql';
import { buildNationalSchema } from './api';
import { nationalExtensions } from './extensions';

/** Stands for every country in the committed schema: without extensions they differ in this name alone. */
const exampleland = { code: 'XX', name: 'Exampleland' };

/** Writes the schema that all countries have, and beside it those of the countries with extensions. */
async function printSchema(folder: string): Promise<void> {
  writeFileSync(join(folder, 'schema.graphql'), subgraphSdl(await buildNationalSchema({ country: exampleland })));
  const own = join(folder, 'schemas');
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own);
  for (const country of foundingCountries) {
    const extensions = nationalExtensions[country.code];
    if (extensions) writeFileSync(join(own, `${country.code}.graphql`), subgraphSdl(await buildNationalSchema({ country, extensions })));
  }
}

void printSchema(join(__dirname, '..'));
