import type { Response } from 'express';
import { GraphQLError } from 'graphql';
import { type ErrorCode, HubError } from '../errors';
import type { Logger } from './logger';
import { presentError, toGraphQLError } from './present-error';

const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
  CONFLICT: 409,
  COUNTRY_UNAVAILABLE: 503,
  DISCLOSURE_REFUSED: 403,
  QUERY_TOO_COMPLEX: 400,
  RATE_LIMITED: 429,
  INTERNAL: 500,
};

/** Ends a request beside GraphQL with an error: masked, and in the form of GraphQL's errors, with the code's HTTP status. */
export function sendError(response: Response, error: unknown, logger: Logger): void {
  const known = error instanceof HubError;
  const formatted = known ? toGraphQLError(error) : new GraphQLError('');
  response
    .status(known ? HTTP_STATUS[error.code] : HTTP_STATUS.INTERNAL)
    .json({ errors: [presentError(formatted.toJSON(), error, logger)] });
}
