import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { type CalendarDate, COUNTRY_CODE, parseCalendarDate } from '../domain';

interface TextScalar<T> {
  readonly name: string;
  readonly description: string;
  /** What a right value looks like, as the end of the sentence a wrong one gets. */
  readonly form: string;
  readonly parse: (text: string) => T | undefined;
  readonly serialize: (value: unknown) => string;
}

/** A scalar that travels as a string. */
function textScalar<T>({ name, description, form, parse, serialize }: TextScalar<T>): GraphQLScalarType<T, string> {
  const read = (given: unknown): T => {
    const value = typeof given === 'string' ? parse(given) : undefined;
    if (value === undefined) throw new GraphQLError(`${name}: expected ${form}.`, { extensions: { code: 'BAD_USER_INPUT' } });
    return value;
  };
  return new GraphQLScalarType<T, string>({
    name,
    description,
    serialize,
    parseValue: read,
    parseLiteral: (node: ValueNode) => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

export const CountryCodeScalar = textScalar<string>({
  name: 'CountryCode',
  description: 'ISO 3166-1 alpha-2, upper case: FR, DE, IL.',
  form: 'two upper-case letters, as FR',
  parse: (text) => (COUNTRY_CODE.test(text) ? text : undefined),
  serialize: String,
});

export const CalendarDateScalar = textScalar<CalendarDate>({
  name: 'CalendarDate',
  description: 'A calendar date, YYYY-MM-DD, with neither time nor zone.',
  form: 'a date that exists, as 2006-07-01',
  parse: parseCalendarDate,
  serialize: String,
});

export const DateTimeScalar = textScalar<Date>({
  name: 'DateTime',
  description: 'An instant in UTC, RFC 3339: 2006-07-01T12:00:00.000Z.',
  form: 'an instant, as 2006-07-01T12:00:00Z',
  parse: parseInstant,
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
});

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

function parseInstant(text: string): Date | undefined {
  const instant = new Date(text);
  return INSTANT.test(text) && !Number.isNaN(instant.getTime()) ? instant : undefined;
}
