import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CountryIdentity, foundingCountries, standardSchema } from '@registry-hub/shared/domain';
import { buildEurope } from './europe';
import { plainSchema, type Subgraph, subgraphsOf } from './supergraph';

/** The subgraphs of the nine founding countries, each as it is with its extensions on: what the committed supergraph is made of. */
export function foundingSubgraphs(): Promise<readonly Subgraph[]> {
  const templateFile = require.resolve('@registry-hub/national/schema.graphql');
  const template = readFileSync(templateFile, 'utf8');
  const schemaOf = (country: CountryIdentity): string => {
    const own = join(dirname(templateFile), 'schemas', `${country.code}.graphql`);
    return existsSync(own) ? readFileSync(own, 'utf8') : standardSchema(template, country);
  };
  const joined = foundingCountries.map((country) => ({ country, sdl: plainSchema(schemaOf(country)) }));
  return subgraphsOf(joined, async (countries) => (await buildEurope(countries)).sdl);
}
