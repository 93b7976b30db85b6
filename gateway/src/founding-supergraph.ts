import { foundingCountries, standardSchema } from '@registry-hub/shared/domain';
import { buildEurope } from './europe';
import { plainSchema, type Subgraph, subgraphsOf } from './supergraph';

/** The subgraphs of the nine founding countries, all by the standard schema: what the committed supergraph is made of. */
export function foundingSubgraphs(nationalSchemaTemplate: string): Promise<readonly Subgraph[]> {
  const joined = foundingCountries.map((country) => ({ country, sdl: plainSchema(standardSchema(nationalSchemaTemplate, country)) }));
  return subgraphsOf(joined, async (countries) => (await buildEurope(countries)).sdl);
}
