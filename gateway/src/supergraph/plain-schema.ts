import {
  type ConstDirectiveNode,
  type DefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  type SchemaDefinitionNode,
  type StringValueNode,
  visit,
} from 'graphql';

const DEFAULT_ROOTS: Readonly<Record<OperationTypeNode, string>> = {
  [OperationTypeNode.QUERY]: 'Query',
  [OperationTypeNode.MUTATION]: 'Mutation',
  [OperationTypeNode.SUBSCRIPTION]: 'Subscription',
};
const FEDERATION_TYPES = new Set(['_Any', '_Service', '_Entity']);
const FEDERATION_FIELDS = new Set(['_service', '_entities']);

/**
 * A subgraph's schema without what every federation library adds when it serves one, each in its own way. So the same
 * schema is the same text, served or committed.
 *
 * @throws GraphQLError when it is no schema
 */
export function plainSchema(sdl: string): string {
  const document = parse(sdl, { noLocation: true });
  const plain = visit({ ...document, definitions: document.definitions.flatMap(withoutMachinery) }, { StringValue: inOneForm });
  return `${print(plain)}\n`;
}

/** Descriptions may be written in two forms. */
function inOneForm(node: StringValueNode, key: string | number | undefined): StringValueNode {
  return key === 'description' ? { ...node, block: true } : node;
}

function withoutMachinery(node: DefinitionNode): DefinitionNode[] {
  if (node.kind === Kind.DIRECTIVE_DEFINITION) return [];
  if (node.kind === Kind.SCHEMA_DEFINITION) return asExtension(node);
  if ('name' in node && node.name !== undefined && isMachinery(node.name.value)) return [];
  if (node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === DEFAULT_ROOTS.query) return [withoutFederationFields(node)];
  return [node];
}

function isMachinery(typeName: string): boolean {
  return FEDERATION_TYPES.has(typeName) || typeName.startsWith('link__') || typeName.startsWith('federation__');
}

function withoutFederationFields(node: ObjectTypeDefinitionNode): DefinitionNode {
  return { ...node, fields: (node.fields ?? []).filter(({ name }) => !FEDERATION_FIELDS.has(name.value)) };
}

/** Root types of the usual names go without saying; what is left of the definition are its links. */
function asExtension(node: SchemaDefinitionNode): DefinitionNode[] {
  if (node.operationTypes.some(({ operation, type }) => type.name.value !== DEFAULT_ROOTS[operation])) return [node];
  const directives = (node.directives ?? []).filter((directive) => !linksLinkItself(directive));
  return directives.length === 0 ? [] : [{ kind: Kind.SCHEMA_EXTENSION, directives }];
}

function linksLinkItself({ name, arguments: given }: ConstDirectiveNode): boolean {
  const url = given?.find((argument) => argument.name.value === 'url')?.value;
  return name.value === 'link' && url?.kind === Kind.STRING && url.value.startsWith('https://specs.apollo.dev/link/');
}
