import { type CountryIdentity, foundingCountries, standardSchema } from '@registry-hub/shared/domain';
import { buildEurope } from './europe';
import { packagedSchemas } from './national-schemas';
import { plainSchema, type Subgraph, subgraphsOf } from './supergraph';

/** The subgraphs of the nine founding countries, each as it is with its extensions on: what the committed supergraph is made of. */
export function foundingSubgraphs(): Promise<readonly Subgraph[]> {
  const { template, extended } = packagedSchemas();
  const schemaOf = (country: CountryIdentity): string => extended(country) ?? standardSchema(template, country);
  const joined = foundingCountries.map((country) => ({ country, sdl: plainSchema(schemaOf(country)) }));
  return subgraphsOf(joined, async (countries) => (await buildEurope(countries)).sdl);
}
