import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type CountryIdentity, countryFieldName, countryTypeName } from '../domain';

/** One field of the schema, asked by itself. */
export interface FieldCall {
  /** As the table of rights names it. */
  readonly place: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Gives an argument, or a field of one, its value by its name and type; undefined leaves it out. Of an enum it is asked for
 * the first value.
 */
export type Sample = (name: string, type: GraphQLNamedInputType, required: boolean) => unknown;

/**
 * A field by the table's name for it, with the arguments that the sample gives; undefined where the schema has no such field.
 *
 * @param below what is asked of an object
 */
export function fieldCall(
  schema: GraphQLSchema,
  country: CountryIdentity,
  place: string,
  sample: Sample,
  below = '{ __typename }',
): FieldCall | undefined {
  const [type = '', name = ''] = place.split('.');
  const found = fieldOf(schema, country, type, name);
  if (found === undefined) return undefined;
  const given = found.args.flatMap((argument) => {
    const value = sampleOf(argument.name, argument.type, sample);
    return value === undefined ? [] : [{ argument, value }];
  });
  const declared = given.map(({ argument }) => `$${argument.name}: ${argument.type.toString()}`).join(', ');
  const passed = given.map(({ argument: { name: one } }) => `${one}: $${one}`).join(', ');
  const selection = isCompositeType(getNamedType(found.type)) ? ` ${below}` : '';
  const field = `${found.name}${passed && `(${passed})`}${selection}`;
  const isChange = type === 'NationalOperations' || type === 'Mutation';
  return {
    place,
    query: `${isChange ? 'mutation' : 'query'} ${declared && `(${declared})`} ${wayTo(type, countryFieldName(country.name), field)}`,
    variables: Object.fromEntries(given.map(({ argument, value }) => [argument.name, value])),
  };
}

function fieldOf(
  schema: GraphQLSchema,
  { name }: CountryIdentity,
  type: string,
  field: string,
): GraphQLField<unknown, unknown> | undefined {
  const typeName = { Country: countryTypeName(name), NationalOperations: `${countryTypeName(name)}Operations` }[type] ?? type;
  const known = schema.getType(typeName);
  return isObjectType(known) ? known.getFields()[field === '<country>' ? countryFieldName(name) : field] : undefined;
}

function wayTo(type: string, country: string, field: string): string {
  switch (type) {
    case 'Query':
    case 'Mutation':
      return `{ ${field} }`;
    case 'Europe':
      return `{ europe { ${field} } }`;
    case 'NationalRegistry':
      return `{ ${country} { registry { ${field} } } }`;
    default:
      return `{ ${country} { ${field} } }`;
  }
}

function sampleOf(name: string, type: GraphQLInputType, sample: Sample): unknown {
  if (isNonNullType(type)) return innerSample(name, type.ofType, sample, true);
  return innerSample(name, type, sample, false);
}

function innerSample(name: string, type: GraphQLInputType, sample: Sample, required: boolean): unknown {
  if (isNonNullType(type)) return innerSample(name, type.ofType, sample, required);
  if (isListType(type)) {
    const value = innerSample(name, type.ofType, sample, required);
    return value === undefined ? undefined : [value];
  }
  if (!isInputObjectType(type)) return sample(name, type, required);
  const fields = Object.values(type.getFields()).map((field) => [field.name, sampleOf(field.name, field.type, sample)] as const);
  const given = fields.filter(([, value]) => value !== undefined);
  return given.length === 0 && !required ? undefined : Object.fromEntries(given);
}
