import { HubError } from '@registry-hub/shared/errors';
import type { Caller } from '@registry-hub/shared/identity';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { applyMiddlewareToDeclaredResolvers } from 'graphql-middleware';
import { allow, deny, rule, shield } from 'graphql-shield';

export type Arguments = Readonly<Record<string, unknown>>;

/** Whether a caller may ask for a field with these arguments; a pure function of both, so it tells nothing of what exists. */
export type Right = (caller: Caller, args: Arguments) => boolean;

/**
 * Rights by type and field, of those types that are doors: what lies behind a door is open to whom the door is open. The field
 * `*` stands for every field that is not named: of a type behind a door of which one field is a door of its own.
 */
export type Rights = Readonly<Record<string, Readonly<Record<string, Right>>>>;

/** Closes every field of the doors that no right is given for, and asks the right of the others. */
export function guardSchema(schema: GraphQLSchema, rights: Rights): GraphQLSchema {
  const objectTypes = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  const behindDoors = Object.fromEntries(objectTypes.map(({ name }) => [name, allow]));
  const guard = shield(
    { ...behindDoors, ...rulesOf(rights) },
    { fallbackRule: deny, fallbackError: new HubError('FORBIDDEN'), allowExternalErrors: true },
  );
  return applyMiddlewareToDeclaredResolvers(schema, guard);
}

type Rule = ReturnType<ReturnType<typeof rule>>;

function rulesOf(rights: Rights): Record<string, Record<string, Rule>> {
  return Object.fromEntries(
    Object.entries(rights).map(([typeName, byField]) => [
      typeName,
      Object.fromEntries(Object.entries(byField).map(([field, right]) => [field, asRule(right)])),
    ]),
  );
}

function asRule(right: Right): Rule {
  return rule({ cache: 'no_cache' })((_parent, args: Arguments, { caller }: { readonly caller: Caller }) => right(caller, args));
}
