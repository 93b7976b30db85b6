import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { foundingSubgraphs } from './founding-supergraph';
import { composeSupergraph, type Subgraph } from './supergraph';

const committed = (name: string): string => readFileSync(join(__dirname, '..', name), 'utf8');

describe('the committed schema of the founding countries', () => {
  let subgraphs: readonly Subgraph[];
  beforeAll(async () => {
    subgraphs = await foundingSubgraphs();
  });

  it("has the hub's own subgraph as it is (else: npm run schema)", () => {
    expect(subgraphs.find(({ name }) => name === 'europe')?.sdl).toBe(committed('europe.graphql'));
  });

  it('composes to the supergraph that is committed (else: npm run schema)', () => {
    expect(composeSupergraph(subgraphs)).toEqual({ supergraph: committed('supergraph.graphql') });
  });

  it('composes with another implementation of the specification too', () => {
    const { errors } = composeServices(subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `registry:${name}` })));
    expect(errors).toBeUndefined();
  });
});
