import type { Response } from 'express';
import { GraphQLError } from 'graphql';
import { errorCatalogue, HubError } from '../errors';
import type { Logger } from './logger';
import { presentError, toGraphQLError } from './present-error';

/** Ends a request beside GraphQL with an error: masked, and in the form of GraphQL's errors, with the code's HTTP status. */
export function sendError(response: Response, error: unknown, logger: Logger): void {
  const known = error instanceof HubError;
  const retryAfter = known ? error.details.retryAfterSeconds : undefined;
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
  const formatted = known ? toGraphQLError(error) : new GraphQLError('');
  response
    .status(known ? errorCatalogue[error.code].httpStatus : errorCatalogue.INTERNAL.httpStatus)
    .json({ errors: [presentError(formatted.toJSON(), error, logger)] });
}
