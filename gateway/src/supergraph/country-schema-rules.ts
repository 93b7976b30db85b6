import { type CountryIdentity, countryFieldName, countryTypeName } from '@registry-hub/shared/domain';
import { type DocumentNode, GraphQLError, Kind, parse, type StringValueNode, visit } from 'graphql';

/** What a country may say about its schema. Others reach into what is not its own: `@override` takes away others' fields. */
const ALLOWED_DIRECTIVES = new Set(['link', 'key', 'shareable', 'inaccessible', 'tag', 'deprecated', 'specifiedBy', 'oneOf']);
const FEDERATION_FIELDS = ['_service', '_entities'];

/**
 * Why a country's schema can't join, beyond what composition finds: it may define its own root fields and its own entity,
 * and nothing of another country's. Empty when it can.
 */
export function countrySchemaProblems(country: CountryIdentity, sdl: string): readonly string[] {
  const document = parseSchema(sdl);
  if (document instanceof GraphQLError) return [`it is no GraphQL schema: ${document.message}`];
  const typeName = countryTypeName(country.name);
  const ownFields = [countryFieldName(country.name), ...FEDERATION_FIELDS];
  const problems: string[] = [];
  let hasOwnField = false;
  visit(document, {
    enter(node) {
      if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) {
        const { value: name } = node.name;
        const fields = (node.fields ?? []).map((field) => field.name.value);
        if (name === 'Query' || name === 'Mutation') {
          const foreign = fields.filter((field) => !ownFields.includes(field));
          if (foreign.length > 0) problems.push(`${name} may have the field ${ownFields[0]} alone, not ${foreign.join(', ')}`);
          if (name === 'Query' && fields.includes(countryFieldName(country.name))) hasOwnField = true;
        } else if (name !== typeName && node.directives?.some((directive) => directive.name.value === 'key')) {
          problems.push(`${name} has a @key, which only ${typeName} may have`);
        }
      }
      if (node.kind === Kind.DIRECTIVE && !ALLOWED_DIRECTIVES.has(node.name.value)) {
        problems.push(`the directive @${node.name.value} is not for countries`);
      }
    },
    SchemaDefinition: () => void problems.push('its root types must be Query and Mutation'),
    SchemaExtension: () => undefined,
  });
  if (!hasOwnField) problems.push(`Query needs the field ${countryFieldName(country.name)}`);
  return [...problems, ...importProblems(document)];
}
