/**
 * Every error a client may see, in one table: HTTP's word for it where it ends a whole request, its weight in the log, and the
 * sentence shown when none is given.
 */
export const errorCatalogue = {
  UNAUTHENTICATED: { httpStatus: 401, logLevel: 'info', publicMessage: 'A valid token is needed.' },
  FORBIDDEN: { httpStatus: 403, logLevel: 'info', publicMessage: 'Your role does not grant this.' },
  BAD_USER_INPUT: { httpStatus: 400, logLevel: 'info', publicMessage: 'The input is not valid.' },
  NOT_FOUND: { httpStatus: 404, logLevel: 'info', publicMessage: 'There is no such record.' },
  CONFLICT: { httpStatus: 409, logLevel: 'info', publicMessage: 'The record has another state than this change expects.' },
  COUNTRY_UNAVAILABLE: { httpStatus: 503, logLevel: 'warn', publicMessage: 'This national registry does not answer.' },
  DISCLOSURE_REFUSED: { httpStatus: 403, logLevel: 'info', publicMessage: 'The answer would tell about too few patients.' },
  QUERY_TOO_COMPLEX: { httpStatus: 400, logLevel: 'info', publicMessage: 'The query asks for too much at once.' },
  RATE_LIMITED: { httpStatus: 429, logLevel: 'info', publicMessage: 'Too many requests; try again later.' },
  INTERNAL: { httpStatus: 500, logLevel: 'error', publicMessage: 'Internal server error.' },
} as const;

export type ErrorCode = keyof typeof errorCatalogue;

/** One fault of an input: the argument's or setting's name, and what would be right. */
export interface InputProblem {
  readonly field: string;
  readonly message: string;
  /** The id of the rule that the input breaks, where it has one. */
  readonly rule?: string;
}

export interface ErrorDetails {
  readonly problems?: readonly InputProblem[];
  readonly country?: string;
  /** Of the record that a change found in another state than it expected. */
  readonly currentVersion?: number;
  /** After so long the caller may ask again. */
  readonly retryAfterSeconds?: number;
}

/** An error that is meant to be seen by a client; everything else leaves as INTERNAL. */
export class HubError extends Error {
  override readonly name = 'HubError';

  constructor(
    readonly code: ErrorCode,
    message: string = errorCatalogue[code].publicMessage,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
  }
}

/** BAD_USER_INPUT that names its fields. */
export function badUserInput(...problems: readonly InputProblem[]): HubError {
  return new HubError('BAD_USER_INPUT', problems.map(({ field, message }) => `${field}: ${message}`).join(' '), { problems });
}
