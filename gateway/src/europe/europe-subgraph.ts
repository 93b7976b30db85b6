import { type CountryIdentity, countryTypeName } from '@registry-hub/shared/domain';
import { buildSubgraph, cohortResolvers, ReferenceDataResolver, subgraphSdl } from '@registry-hub/shared/graphql';
import { guardSchema } from '@registry-hub/shared/rights';
import type { GraphQLSchema } from 'graphql';
import { countryClass } from './country';
import { CountryStatusResolver, countriesResolver } from './country-resolver';
import { DisclosureLogResolver } from './disclosure-log-resolver';
import type { EuropeContext } from './europe-context';
import { EuropeResolver } from './europe-type';
import { FreezeResolver } from './freezes';
import { ViewerResolver } from './viewer';

export interface EuropeSubgraph {
  /** Answers in an {@link EuropeContext}. */
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

/**
 * The hub's own subgraph: who asks, what is pooled, how the countries do, and reference data. It has a type for each of these countries,
 * so it is built anew when the register changes.
 */
export async function buildEurope(countries: readonly CountryIdentity[]): Promise<EuropeSubgraph> {
  const typeNames = countries.map(({ name }) => countryTypeName(name));
  const schema = await buildSubgraph<EuropeContext>({
    resolvers: [
      ViewerResolver,
      EuropeResolver,
      DisclosureLogResolver,
      FreezeResolver,
      ...cohortResolvers,
      CountryStatusResolver,
      ReferenceDataResolver,
      countriesResolver(countries),
    ],
    orphanedTypes: countries.map(countryClass),
    ownTypes: ['Viewer', 'Europe', 'NodeStatus', 'EuropeanFreeze', 'FrozenCountry', ...typeNames],
    referenceResolvers: Object.fromEntries(
      countries.map((country) => [countryTypeName(country.name), ({ code }) => (code === country.code ? { ...country } : undefined)]),
    ),
  });
  const types = Object.fromEntries(typeNames.map((name) => [name, 'Country']));
  return { schema: guardSchema(schema, { types, countryFields: [] }), sdl: subgraphSdl(schema) };
}
