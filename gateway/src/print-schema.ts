import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foundingSubgraphs } from './founding-supergraph';
import { composeSupergraph } from './supergraph';

/** Writes the committed schema files of the gateway anew. */
async function printSchema(folder: string): Promise<void> {
  const subgraphs = await foundingSubgraphs();
  const composition = composeSupergraph(subgraphs);
  if ('problems' in composition) throw new Error(composition.problems.join('\n'));
  writeFileSync(join(folder, 'europe.graphql'), subgraphs.find(({ name }) => name === 'europe')?.sdl ?? '');
  writeFileSync(join(folder, 'supergraph.graphql'), composition.supergraph);
}

void printSchema(join(__dirname, '..'));
