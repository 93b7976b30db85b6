import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  printSchema,
  visit,
} from 'graphql';
import { type BuildSchemaOptions, buildSchema, type ClassType, createResolversMap, type NonEmptyArray } from 'type-graphql';

const LINK = parse('extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@inaccessible"])');
const ROOT_TYPES = ['Query', 'Mutation', 'Subscription'];
const SHAREABLE: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'shareable' } };

/** Makes the entity that a `{ __typename, ...key }` of the gateway stands for. */
export type ReferenceResolver<C> = (reference: Readonly<Record<string, unknown>>, context: C) => unknown;

export interface SubgraphOptions<C> {
  readonly resolvers: Readonly<NonEmptyArray<ClassType>>;
  /** Types that no field mentions but that belong to the schema all the same. */
  readonly orphanedTypes?: readonly ClassType[];
  /** Object types that no other subgraph defines. Every other one, root types aside, is marked `@shareable`. */
  readonly ownTypes: readonly string[];
  /** By type name, for types with a `@key`. */
  readonly referenceResolvers?: Readonly<Record<string, ReferenceResolver<C>>>;
  /** Where resolver instances come from; without it each class is made once, without arguments. */
  readonly container?: NonNullable<BuildSchemaOptions['container']>;
}

/**
 * Assembles a Federation 2 subgraph from type-graphql classes. All countries serve the same value types over different
 * data, hence `@shareable` is the rule here and ownership the exception.
 *
 * @throws Error when the classes make no valid subgraph, or `ownTypes` names a type that isn't there
 */
export async function buildSubgraph<C>(options: SubgraphOptions<C>): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [...options.resolvers],
    orphanedTypes: [...(options.orphanedTypes ?? [])],
    validate: false,
    ...(options.container ? { container: options.container } : {}),
  });
  const unknown = options.ownTypes.filter((name) => !isObjectType(schema.getType(name)));
  if (unknown.length > 0) throw new Error(`the schema has no object type ${unknown.join(', ')}`);

  // type-graphql and Apollo describe the same map of resolvers by types of their own
  const resolvers = createResolversMap(schema) as GraphQLResolverMap<unknown>;
  const references = Object.entries(options.referenceResolvers ?? {}).map(([typeName, resolveReference]) => [
    typeName,
    { ...resolvers[typeName], __resolveReference: resolveReference },
  ]);
  return buildSubgraphSchema({
    typeDefs: subgraphDocument(schema, new Set([...ROOT_TYPES, ...options.ownTypes])),
    resolvers: { ...resolvers, ...Object.fromEntries(references) },
  });
}

/** The subgraph's schema as text, in the order of its definitions: what is committed, and what a gateway composes. */
export function subgraphSdl(schema: GraphQLSchema): string {
  return `${printSubgraphSchema(schema).trim()}\n`;
}

/**
 * The schema as a document, with the directives of object types, which graphql-js leaves out when it prints. An
 * interface's own are left out on purpose: they are there for its implementations, and `@shareable` is valid on those alone.
 */
function subgraphDocument(schema: GraphQLSchema, unshared: ReadonlySet<string>): DocumentNode {
  const document = visit(parse(printSchema(schema)), {
    ObjectTypeDefinition: (node) => withDirectives(schema, node, unshared.has(node.name.value) ? [] : [SHAREABLE]),
    // parameter decorators run from the last to the first, and type-graphql keeps that order
    FieldDefinition: (node) => ({ ...node, arguments: (node.arguments ?? []).toReversed() }),
  });
  return { ...document, definitions: [...LINK.definitions, ...document.definitions] };
}

function withDirectives(
  schema: GraphQLSchema,
  node: ObjectTypeDefinitionNode,
  added: readonly ConstDirectiveNode[],
): ObjectTypeDefinitionNode {
  const type = schema.getType(node.name.value);
  if (!isObjectType(type)) return node;
  const definitions = type.getFields();
  return {
    ...node,
    directives: [...(node.directives ?? []), ...(type.astNode?.directives ?? []), ...added],
    fields: (node.fields ?? []).map((field) => ({
      ...field,
      directives: [...(field.directives ?? []), ...(definitions[field.name.value]?.astNode?.directives ?? [])],
    })),
  };
}
