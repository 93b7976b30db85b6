import { type CountryIdentity, countryFieldName } from '@registry-hub/shared/domain';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
} from 'graphql';
import { z } from 'zod';
import { OperatorError } from '../errors';
import { type Access, type Asker, askers } from './access';
import { NotTried } from './deviation';
import { operation, type RegistryAddress, send } from './registry-under-test';

const serviceForm = z.object({ _service: z.object({ sdl: z.string() }) });

/**
 * Asks an address which registry answers there: what a subgraph says of itself, and its country's code and name.
 *
 * @param access of which any token will do
 * @throws OperatorError when no country's subgraph answers
 */
export async function findRegistry(url: string, access: Pick<Access, 'tokenOf'>): Promise<RegistryAddress> {
  const authorization = `Bearer ${await anyToken(access)}`;
  const ask = async (query: string): Promise<unknown> => {
    const { data, errors } = await send(url, operation(query, {}, authorization)).catch(() => {
      throw new OperatorError(`${url} does not answer.`);
    });
    if (data === undefined) throw new OperatorError(`${url} does not answer ${query}: ${errors[0]?.message ?? 'it is no GraphQL'}`);
    return data;
  };
  const service = serviceForm.safeParse(await ask('{ _service { sdl } }'));
  if (!service.success) throw new OperatorError(`${url} is no subgraph: it has no _service { sdl }.`);
  const { sdl } = service.data['_service'];
  const field = countryFieldIn(sdl);
  if (field === undefined) {
    throw new OperatorError(
      `${url} is no country's subgraph: no field of Query is called as its type, a Country with @key(fields: "code").`,
    );
  }
  const country = z.object({ [field]: z.object({ code: z.string(), name: z.string() }) }).safeParse(await ask(`{ ${field} { code name } }`))
    .data?.[field];
  if (country === undefined) throw new OperatorError(`${url} does not tell code and name of ${field}.`);
  return { url, country: country satisfies CountryIdentity, sdl };
}

/** For a question that is open to everybody. No country's code is known yet: those who need one come last. */
async function anyToken({ tokenOf }: Pick<Access, 'tokenOf'>): Promise<string> {
  const first: readonly Asker[] = ['lead', 'dashboard', 'admin'];
  for (const asker of [...first, ...askers.filter((one) => !first.includes(one) && one !== 'expired')]) {
    try {
      return await tokenOf(asker, 'FR');
    } catch (error) {
      if (!(error instanceof NotTried)) throw error;
    }
  }
  throw new OperatorError('Give at least one token of the registry, as --token-lead …, or set HUB_DATA to the hub it belongs to.');
}

type ObjectType = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** The object types of a schema, extensions of them included. */
export function objectTypesIn({ definitions }: DocumentNode): readonly ObjectType[] {
  return definitions.filter(
    (node): node is ObjectType => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
}

/** Whether a type is a country's own entity. */
export function isCountryType({ interfaces = [], directives = [] }: ObjectType): boolean {
  return (
    interfaces.some(({ name }) => name.value === 'Country') && directives.some((one) => one.name.value === 'key' && isKeyedByCode(one))
  );
}

function isKeyedByCode({ arguments: given = [] }: ConstDirectiveNode): boolean {
  return given.some(({ name, value }) => name.value === 'fields' && value.kind === Kind.STRING && value.value.trim() === 'code');
}

/** The field of Query that is called as its type, a country's, is. */
function countryFieldIn(sdl: string): string | undefined {
  const types = objectTypesIn(parse(sdl, { noLocation: true }));
  const countries = new Set(types.filter(isCountryType).map(({ name }) => name.value));
  const roots = types.filter(({ name }) => name.value === 'Query').flatMap(({ fields = [] }) => fields);
  const isCountry = ({ name, type }: FieldDefinitionNode): boolean =>
    type.kind === Kind.NAMED_TYPE && countries.has(type.name.value) && countryFieldName(type.name.value) === name.value;
  return roots.find(isCountry)?.name.value;
}
