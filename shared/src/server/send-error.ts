import type { Response } from 'express';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { errorCatalogue, HubError } from '../errors';
import type { Logger } from './logger';
import { presentError, toGraphQLError } from './present-error';

/** An error of a way beside GraphQL, in the form of GraphQL's errors, with the HTTP status of its code. */
export interface PresentedError {
  readonly status: number;
  readonly error: GraphQLFormattedError;
}

/** Masks an error as GraphQL's are. */
export function presentPlainError(error: unknown, logger: Logger): PresentedError {
  const known = error instanceof HubError;
  const formatted = known ? toGraphQLError(error) : new GraphQLError('');
  const { httpStatus: status } = errorCatalogue[known ? error.code : 'INTERNAL'];
  return { status, error: presentError(formatted.toJSON(), error, logger) };
}

/** Ends a request beside GraphQL with an error. */
export function sendError(response: Response, error: unknown, logger: Logger): void {
  const retryAfter = error instanceof HubError ? error.details.retryAfterSeconds : undefined;
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
  const presented = presentPlainError(error, logger);
  response.status(presented.status).json({ errors: [presented.error] });
}
