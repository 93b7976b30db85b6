import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ErrorCode, errorCatalogue, HubError } from '../errors';
import type { Logger } from './logger';

/** Codes of the GraphQL protocol itself, raised before a resolver runs; their messages speak of the client's own document. */
const PROTOCOL_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);
/** What an error may carry beside its code. */
const PUBLIC_EXTENSIONS = ['problems', 'country', 'currentVersion', 'retryAfterSeconds'] as const;

/** A {@link HubError} that ends a whole request, as GraphQL and HTTP have it. */
export function toGraphQLError({ code, message, details }: HubError): GraphQLError {
  const { retryAfterSeconds } = details;
  const headers = new Map(retryAfterSeconds === undefined ? [] : [['retry-after', String(retryAfterSeconds)]]);
  return new GraphQLError(message, { extensions: { code, ...details, http: { status: errorCatalogue[code].httpStatus, headers } } });
}

/**
 * The one mask at the edge: known errors leave with their code and sentence, anything else as INTERNAL with an id under
 * which the log has the rest. No stack, SQL, address or subgraph name leaves.
 */
export function presentError(formatted: GraphQLFormattedError, error: unknown, logger: Logger): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const place = { ...(formatted.path ? { path: formatted.path } : {}), ...(formatted.locations ? { locations: formatted.locations } : {}) };
  if (cause instanceof HubError) {
    return { message: cause.message, ...place, extensions: { code: cause.code, ...cause.details } };
  }
  const given = formatted.extensions?.['code'];
  const code = typeof given === 'string' ? given : '';
  if (code === 'BAD_USER_INPUT' && formatted.extensions?.['problems'] === undefined) {
    const problems = [{ field: variableOf(formatted.message), message: formatted.message }];
    return { message: formatted.message, ...place, extensions: { code, problems } };
  }
  if (code !== 'INTERNAL' && (isKnown(code) || PROTOCOL_CODES.has(code))) {
    return { message: formatted.message, ...place, extensions: { code, ...publicExtensions(formatted) } };
  }
  const incident = randomUUID();
  logger.error({ incident, path: formatted.path, error: describe(cause) }, 'internal error');
  return {
    message: `${errorCatalogue.INTERNAL.publicMessage} Incident ${incident}.`,
    ...place,
    extensions: { code: 'INTERNAL', incident },
  };
}

function isKnown(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code);
}

function publicExtensions(formatted: GraphQLFormattedError): Record<string, unknown> {
  const shown = PUBLIC_EXTENSIONS.filter((name) => formatted.extensions?.[name] !== undefined);
  return Object.fromEntries(shown.map((name) => [name, formatted.extensions?.[name]]));
}

/**
 * GraphQL names a wrong variable in quotes at the head of its message, `Variable "$first" got invalid value`, and the path within
 * it further on: `at "input.sex"`.
 */
function variableOf(message: string): string {
  return (/ at "([^"]+)"/.exec(message) ?? /"\$?([^"]+)"/.exec(message))?.[1] ?? 'query';
}

/**
 * What the log may say of an unforeseen error: its kind, and the place in the code it was thrown at. Messages and stacks of
 * drivers and clients hold SQL, addresses and values.
 */
function describe(error: unknown): { readonly kind: string; readonly code?: string; readonly place?: string } {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const place = /([\w.-]+\.[cm]?[jt]s:\d+):\d+\)?$/m.exec(error.stack ?? '')?.[1];
  return { kind: error.name, ...(typeof code === 'string' ? { code } : {}), ...(place === undefined ? {} : { place }) };
}
