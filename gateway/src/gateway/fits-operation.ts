import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * Whether an answer has the shape its operation asks for: objects where objects belong, lists where lists do. The gateway
 * merges answers on that trust, and one that is built otherwise would spoil those of all other countries. Whether values
 * fit their types, and what may be null, the gateway sees to itself.
 */
export function fitsOperation(schema: GraphQLSchema, document: DocumentNode, data: unknown): boolean {
  const operation = document.definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined || data === null || data === undefined) return true;
  const walk = new AnswerWalk(
    schema,
    document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION),
  );
  return walk.isObject(schema.getRootType(operation.operation), operation.selectionSet, data);
}

class AnswerWalk {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: readonly FragmentDefinitionNode[],
  ) {}

  isObject(type: GraphQLNamedType | null | undefined, { selections }: SelectionSetNode, value: unknown): boolean {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const object = value as Readonly<Record<string, unknown>>;
    const typeName = object['__typename'];
    if (typeName !== undefined && typeof typeName !== 'string') return false;
    return selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return this.isField(type, selection, object[selection.alias?.value ?? selection.name.value]);
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.find(({ name }) => name.value === selection.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (fragment === undefined || !this.applies(condition, typeName)) return true;
      return this.isObject(condition === undefined ? type : this.schema.getType(condition), fragment.selectionSet, object);
    });
  }

  private isField(parent: GraphQLNamedType | null | undefined, field: FieldNode, value: unknown): boolean {
    if (value === undefined || value === null || field.selectionSet === undefined) return true;
    // entities aren't in the public schema; each fragment within says what type it is about
    if (field.name.value === '_entities') return Array.isArray(value) && value.every((one) => this.isEntity(field, one));
    const type = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value]?.type : undefined;
    return type === undefined || this.isOf(type, field.selectionSet, value);
  }

  private isEntity(field: FieldNode, value: unknown): boolean {
    return value === null || field.selectionSet === undefined || this.isObject(undefined, field.selectionSet, value);
  }

  private isOf(type: GraphQLOutputType, selectionSet: SelectionSetNode, value: unknown): boolean {
    if (isNonNullType(type)) return this.isOf(type.ofType, selectionSet, value);
    if (value === null || value === undefined) return true;
    if (isListType(type)) return Array.isArray(value) && value.every((one) => this.isOf(type.ofType, selectionSet, one));
    const named = getNamedType(type);
    return !isCompositeType(named) || this.isObject(named, selectionSet, value);
  }

  /** An object that doesn't say its type is taken for one of the fragment's. */
  private applies(condition: string | undefined, typeName: string | undefined): boolean {
    if (condition === undefined || typeName === undefined || condition === typeName) return true;
    const wanted = this.schema.getType(condition);
    const actual = this.schema.getType(typeName);
    return isAbstractType(wanted) && isObjectType(actual) && this.schema.isSubType(wanted, actual);
  }
}
