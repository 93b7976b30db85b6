import { type CountryIdentity, countryFieldName, countryTypeName } from '@registry-hub/shared/domain';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  visit,
} from 'graphql';

/** What a country may say about its schema. Others reach beyond it: `@override` takes fields away from their owners. */
const ALLOWED_DIRECTIVES = new Set(['link', 'key', 'shareable', 'inaccessible', 'tag', 'deprecated', 'specifiedBy', 'oneOf']);
const FEDERATION = 'https://specs.apollo.dev/federation/';

/**
 * Why a country's schema can't join, beyond what composition finds: a country defines its own entity and its own root
 * fields, with those that every country has, and nothing that belongs to others. Empty when it can.
 *
 * @param sdl a plain schema
 * @param standard the plain schema that countries have, for this one
 */
export function countrySchemaProblems({ name }: CountryIdentity, sdl: string, standard: string): readonly string[] {
  const document = parse(sdl, { noLocation: true });
  const types = document.definitions.filter(isObjectType);
  const standardTypes = parse(standard, { noLocation: true }).definitions.filter(isObjectType);
  const field = countryFieldName(name);
  const typeName = countryTypeName(name);
  return [
    ...(fieldsOf(types, 'Query').includes(field) ? [] : [`Query needs the field ${field}`]),
    ...['Query', 'Mutation'].flatMap((root) =>
      fieldsOf(types, root)
        .filter((one) => one !== field && !fieldsOf(standardTypes, root).includes(one))
        .map((one) => `${root}.${one} is not for this country`),
    ),
    ...types
      .filter((type) => type.name.value !== typeName && type.directives?.some((directive) => directive.name.value === 'key'))
      .map((type) => `${type.name.value} has a @key, which is for ${typeName} alone`),
    ...(document.definitions.some(({ kind }) => kind === Kind.SCHEMA_DEFINITION) ? ['the root types must be Query and Mutation'] : []),
    ...directivesOf(document).flatMap(directiveProblems),
  ];
}

type ObjectType = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

function isObjectType(node: DocumentNode['definitions'][number]): node is ObjectType {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;
}

function fieldsOf(types: readonly ObjectType[], typeName: string): readonly string[] {
  return types.filter(({ name }) => name.value === typeName).flatMap(({ fields }) => (fields ?? []).map(({ name }) => name.value));
}

function directivesOf(document: DocumentNode): readonly ConstDirectiveNode[] {
  const found: ConstDirectiveNode[] = [];
  visit(document, { Directive: (node) => void found.push(node as ConstDirectiveNode) });
  return found;
}

function directiveProblems(directive: ConstDirectiveNode): readonly string[] {
  const { value: name } = directive.name;
  if (!ALLOWED_DIRECTIVES.has(name)) return [`the directive @${name} is not for countries`];
  return name === 'link' && !isPlainLink(directive)
    ? ['@link may name the federation specification alone, its directives by their own names']
    : [];
}

/** A directive imported under another name would pass for an allowed one. */
function isPlainLink({ arguments: given = [] }: ConstDirectiveNode): boolean {
  return given.every(({ name, value }) => {
    if (name.value === 'url') return value.kind === Kind.STRING && value.value.startsWith(FEDERATION);
    return name.value === 'import' && value.kind === Kind.LIST && value.values.every(({ kind }) => kind === Kind.STRING);
  });
}
