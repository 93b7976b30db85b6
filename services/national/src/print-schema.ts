import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { subgraphSdl } from '@registry-hub/shared/graphql';
import { buildNationalSchema } from './api';

/** Stands for every country in the committed schema: they differ in this name alone. */
const exampleland = { code: 'XX', name: 'Exampleland' };

async function printSchema(): Promise<void> {
  const schema = await buildNationalSchema({ country: exampleland });
  writeFileSync(join(__dirname, '../schema.graphql'), subgraphSdl(schema));
}

void printSchema();
