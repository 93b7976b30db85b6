import { randomUUID } from 'node:crypto';
import { type ErrorCode, errorCatalogue, HubError } from '@registry-hub/shared/errors';
import type { Logger } from '@registry-hub/shared/server';

/** An error as GraphQL would show it, for answers that are not GraphQL's. */
export interface PresentedError {
  readonly message: string;
  readonly extensions: { readonly code: ErrorCode; readonly incident?: string };
}

const statuses: { readonly [C in ErrorCode]?: number } = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 400 };

export function statusOf(error: unknown): number {
  return (error instanceof HubError && statuses[error.code]) || 500;
}

/** Known errors leave with their code and sentence, anything else as INTERNAL with an id under which the log has its kind. */
export function present(error: unknown, logger: Pick<Logger, 'error'>): PresentedError {
  if (error instanceof HubError) return { message: error.message, extensions: { code: error.code, ...error.details } };
  const incident = randomUUID();
  logger.error({ incident, error: error instanceof Error ? error.name : typeof error }, 'internal error');
  return { message: `${errorCatalogue.INTERNAL.publicMessage} Incident ${incident}.`, extensions: { code: 'INTERNAL', incident } };
}
