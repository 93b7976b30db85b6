import type { CountryIdentity } from '@registry-hub/shared/domain';
import { buildSubgraph } from '@registry-hub/shared/graphql';
import { type GuardedNames, guardSchema } from '@registry-hub/shared/rights';
import type { GraphQLSchema } from 'graphql';
import type { NationalExtension } from '../extension';
import { type CountryRoot, countryRoot, registryResolvers } from './resolvers';

export interface NationalSchemaOptions {
  readonly country: CountryIdentity;
  /** Those that are on. */
  readonly extensions?: readonly NationalExtension[];
}

/** One country's subgraph, guarded: it answers in a {@link NationalContext}. */
export async function buildNationalSchema({ country, extensions = [] }: NationalSchemaOptions): Promise<GraphQLSchema> {
  const root = countryRoot(country);
  const schema = await buildSubgraph({
    resolvers: [root.resolver, ...registryResolvers, ...extensions.flatMap(({ api }) => api.resolvers(root.types))],
    ownTypes: [root.typeName, root.operationsName],
    referenceResolvers: { [root.typeName]: ({ code }) => (code === country.code ? { ...country } : undefined) },
  });
  return guardSchema(schema, guardedNames(country, root, extensions));
}

/** The names that are this country's own, as the table of rights has them. */
export function guardedNames(
  { code }: CountryIdentity,
  { typeName, operationsName, fieldName }: Pick<CountryRoot, 'typeName' | 'operationsName' | 'fieldName'>,
  extensions: readonly NationalExtension[] = [],
): GuardedNames {
  return {
    types: { [typeName]: 'Country', [operationsName]: 'NationalOperations' },
    countryFields: [fieldName],
    country: code,
    rows: extensions.flatMap(({ api }) => api.rights),
    doors: extensions.flatMap(({ api }) => api.doors),
  };
}
