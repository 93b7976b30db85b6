import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getVariableValues,
  isCompositeType,
  isListType,
  type OperationDefinitionNode,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { ASSUMED_LENGTH, fieldCosts } from './operation-limits';

export interface OperationToWeigh {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * What an operation costs, by {@link fieldCosts}; a list's `first` counts, whether it is written or comes by a variable.
 *
 * @returns undefined for variables that don't fit their types, with which nothing is carried out
 * @throws GraphQLError BAD_USER_INPUT where a variable doesn't fit the place it is put in
 */
export function operationCost({ schema, document, operation, variables }: OperationToWeigh): number | undefined {
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
  if (errors !== undefined) return undefined;
  const name = operation.name?.value;
  try {
    return getComplexity({
      schema,
      query: document,
      variables: { ...variables },
      estimators: [estimator],
      // the document guard has counted them
      maxQueryNodes: Infinity,
      ...(name === undefined ? {} : { operationName: name }),
    });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}

/** Of any field: what it costs by itself, and what lies below as often as the list is long. */
const estimator: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  const own = costOf(type.name, field.name) ?? (isCompositeType(getNamedType(field.type)) ? 1 : 0);
  return own + lengthOf(type.name, field.name, isListType(getNullableType(field.type)), args) * childComplexity;
};

/** A country's own operations, `FranceOperations`, cost what those of any country do. */
function costOf(typeName: string, fieldName: string): number | undefined {
  const common = typeName.endsWith('Operations') ? 'NationalOperations' : typeName;
  return fieldCosts[`${common}.${fieldName}`];
}

function lengthOf(typeName: string, fieldName: string, isList: boolean, { first }: { readonly first?: unknown }): number {
  if (typeof first === 'number') return Math.max(first, 1);
  // a connection's edges are as many as its `first`, and a schema's own description is as long as it is
  return isList && !typeName.startsWith('__') && !(fieldName === 'edges' && typeName.endsWith('Connection')) ? ASSUMED_LENGTH : 1;
}
