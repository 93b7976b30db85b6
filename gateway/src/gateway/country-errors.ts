import type { GraphQLFormattedError } from 'graphql';
import type { CountryAnswer, CountryFault } from '../countries';
import type { ErrorPath, FetchFields } from './fetch-fields';

/** The one error each field gets that is null because its country doesn't answer. */
export function unavailableErrors(fault: CountryFault, { isMutation, paths }: FetchFields): readonly GraphQLFormattedError[] {
  const doubt = isMutation && fault.delivered ? ' Whether the change was made is not known.' : '';
  const extensions = { code: 'COUNTRY_UNAVAILABLE', country: fault.country.code };
  return paths.map((path) => ({ message: `${fault.message}${doubt}`, path, extensions }));
}

/** The country's own errors; one that names no field of the fetch is told at every field that is null because of it. */
export function ownErrors({ data, errors = [] }: CountryAnswer, { paths }: FetchFields): readonly GraphQLFormattedError[] {
  return errors.flatMap((error) => {
    if (paths.some((path) => isWithin(error.path ?? [], path.slice(0, path.length > 1 ? 2 : 1)))) return [error];
    const missing = paths.filter((path) => isMissing(data, path));
    return (missing.length > 0 ? missing : paths.slice(0, 1)).map((path) => ({ ...error, path }));
  });
}

/** Whether an answer leaves out, without an error, what a subgraph that answers gives for certain. */
export function isSilent({ data, errors }: CountryAnswer, { certain }: FetchFields): boolean {
  return errors === undefined && certain.some((path) => isMissing(data, path));
}

/** The data as the gateway can merge it: entities are as many as were asked for, or there are no data. */
export function mergeableData({ data = null }: CountryAnswer, { entityCount }: FetchFields): Record<string, unknown> | null {
  const entities = data?.['_entities'];
  const isWhole = entityCount === undefined || (Array.isArray(entities) && entities.length === entityCount);
  return isWhole ? data : null;
}

function isWithin(path: ErrorPath, head: ErrorPath): boolean {
  return head.every((key, index) => path[index] === key);
}

function isMissing(data: unknown, path: ErrorPath): boolean {
  const value = path.reduce<unknown>(
    (parent, key) =>
      typeof parent === 'object' && parent !== null ? (parent as Readonly<Record<string | number, unknown>>)[key] : undefined,
    data,
  );
  return value === undefined || value === null;
}
