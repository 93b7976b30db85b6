import type { CountryIdentity } from '@registry-hub/shared/domain';
import { buildSubgraph } from '@registry-hub/shared/graphql';
import type { GraphQLSchema } from 'graphql';
import { guardSchema } from './guard-schema';
import { nationalRights } from './permissions';
import { countryRoot, registryResolvers } from './resolvers';

export interface NationalSchemaOptions {
  readonly country: CountryIdentity;
}

/** One country's subgraph, guarded: it answers in a {@link NationalContext}. */
export async function buildNationalSchema({ country }: NationalSchemaOptions): Promise<GraphQLSchema> {
  const root = countryRoot(country);
  const schema = await buildSubgraph({
    resolvers: [root.resolver, ...registryResolvers],
    ownTypes: [root.typeName, root.operationsName],
    referenceResolvers: { [root.typeName]: ({ code }) => (code === country.code ? { ...country } : undefined) },
  });
  return guardSchema(schema, nationalRights(country, root));
}
