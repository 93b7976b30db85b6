import {
  type DocumentNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
} from 'graphql';

export type ErrorPath = readonly (string | number)[];
export type Representation = Readonly<Record<string, unknown>>;

/** What a fetch asks of a subgraph: fields of its root, or of entities. */
export interface FetchFields {
  readonly isMutation: boolean;
  /** Paths, in the subgraph's answer, of all fields that are null when there is no answer. */
  readonly paths: readonly ErrorPath[];
  /** Paths of what a subgraph that answers gives for certain: its root fields, or the entities themselves. */
  readonly certain: readonly ErrorPath[];
  /** How many entities are asked for; absent for a fetch of the root. */
  readonly entityCount?: number;
}

type Variables = Readonly<Record<string, unknown>>;

/** Reads a fetch of the gateway's plan; one of entities has `representations` among its variables. */
export function fetchFields(document: DocumentNode, variables: Variables): FetchFields {
  const operation = document.definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION);
  const selections = operation?.selectionSet.selections ?? [];
  const isMutation = operation?.operation === OperationTypeNode.MUTATION;
  const entities = representationsIn(variables);
  if (entities === undefined) {
    const paths = responseKeys(selections, variables).map((key) => [key]);
    return { isMutation, paths, certain: paths };
  }
  return {
    isMutation,
    paths: entities.flatMap((entity, index) =>
      entityKeys(selections, entity['__typename'], variables).map((key) => ['_entities', index, key]),
    ),
    certain: entities.map((_, index) => ['_entities', index]),
    entityCount: entities.length,
  };
}

export function representationsIn(variables: Variables): readonly Representation[] | undefined {
  const { representations }: { representations?: unknown } = variables;
  return Array.isArray(representations) ? representations : undefined;
}

function responseKeys(selections: readonly SelectionNode[], variables: Variables): readonly string[] {
  const keys = selections.flatMap((selection) => {
    if (!isIncluded(selection, variables)) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) return responseKeys(selection.selectionSet.selections, variables);
    return selection.kind === Kind.FIELD ? [selection.alias?.value ?? selection.name.value] : [];
  });
  return [...new Set(keys)].filter((key) => key !== '__typename');
}

function entityKeys(selections: readonly SelectionNode[], typeName: unknown, variables: Variables): readonly string[] {
  const fragments = selections.flatMap((selection) => (selection.kind === Kind.FIELD ? (selection.selectionSet?.selections ?? []) : []));
  const matching = fragments.filter(
    (one) => one.kind !== Kind.INLINE_FRAGMENT || one.typeCondition === undefined || one.typeCondition.name.value === typeName,
  );
  return responseKeys(matching, variables);
}

function isIncluded(node: SelectionNode, variables: Variables): boolean {
  const skipped = getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true;
  return !skipped && getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
}
