import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import { applyMiddlewareToDeclaredResolvers } from 'graphql-middleware';
import { allow, deny, rule, shield } from 'graphql-shield';
import { HubError } from '../errors';
import type { Caller } from '../identity';
import type { FieldArguments } from './center-codes';
import { type Right, rightTo } from './right-to';
import { doors, type RightsRow } from './rights-table';

/** How the types and root fields that carry a country's name are called in the table of rights. */
export interface GuardedNames {
  /** By the schema's name of a type: `{ France: 'Country', FranceOperations: 'NationalOperations' }`. */
  readonly types: Readonly<Record<string, string>>;
  /** Names of root fields that stand for a country. */
  readonly countryFields: readonly string[];
  /** Whose registry the schema is; without it, it is the hub's own. */
  readonly country?: string;
  /** Rows for what a country's extensions add. */
  readonly rows?: readonly RightsRow[];
  /** Types of extensions whose fields are closed unless a row names them. */
  readonly doors?: readonly string[];
}

type Rule = ReturnType<ReturnType<typeof rule>>;

/** Asks the table of rights for every field it names, and closes what is in no row. Whoever answers has a `caller` in its context. */
export function guardSchema(schema: GraphQLSchema, names: GuardedNames): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  const rules = Object.fromEntries(types.map((type) => [type.name, rulesOf(type as GraphQLObjectType, names)]));
  const guard = shield(rules, { fallbackRule: deny, fallbackError: new HubError('FORBIDDEN'), allowExternalErrors: true });
  return applyMiddlewareToDeclaredResolvers(schema, guard);
}

/** The fields of doors that are in no row of the table. */
export function unnamedFields(schema: GraphQLSchema, names: GuardedNames): readonly string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .flatMap((type) =>
      Object.keys(type.getFields()).map((field) => ({ door: tableType(type.name, names), place: placeOf(type.name, field, names) })),
    )
    .filter(({ door, place }) => isDoor(door, names) && rightTo(place, undefined, names.rows) === undefined)
    .map(({ place }) => place);
}

function rulesOf(type: GraphQLObjectType, names: GuardedNames): Record<string, Rule | typeof allow> | typeof allow {
  const rights = Object.keys(type.getFields()).flatMap((field) => {
    const right = rightTo(placeOf(type.name, field, names), names.country, names.rows);
    return right === undefined ? [] : [[field, asRule(right)] as const];
  });
  if (isDoor(tableType(type.name, names), names)) return Object.fromEntries(rights);
  return rights.length === 0 ? allow : { '*': allow, ...Object.fromEntries(rights) };
}

function isDoor(type: string, names: GuardedNames): boolean {
  return doors.includes(type) || names.doors?.includes(type) === true;
}

function placeOf(typeName: string, field: string, names: GuardedNames): string {
  const type = tableType(typeName, names);
  const isCountry = (type === 'Query' || type === 'Mutation') && names.countryFields.includes(field);
  return `${type}.${isCountry ? '<country>' : field}`;
}

function tableType(name: string, { types }: GuardedNames): string {
  return Object.hasOwn(types, name) ? (types[name] ?? name) : name;
}

function asRule(right: Right): Rule {
  return rule({ cache: 'no_cache' })((_parent, args: FieldArguments, { caller }: { readonly caller: Caller }) => right(caller, args));
}
