import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import type { RawAnswer } from './country-transport';

/** What a country's subgraph answered: GraphQL's own form of a response. */
export interface CountryAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** A response that is no GraphQL response. The message says why and quotes nothing of it. */
export class UnusableAnswer extends Error {
  override readonly name = 'UnusableAnswer';
}

const errorForm = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});
const errorsForm = z.array(errorForm).min(1).optional();

/**
 * Reads a response's text. An error status below 500 with a GraphQL body is an answer: so a refused token comes.
 *
 * @throws UnusableAnswer
 */
export function readAnswer({ status, body }: RawAnswer): CountryAnswer {
  if (status < 200 || status >= 500 || (status >= 300 && status < 400)) throw new UnusableAnswer(`HTTP status ${status}`);
  const parsed = parseJson(body);
  if (!isRecord(parsed)) throw new UnusableAnswer('the body is no JSON object');
  const { data, errors } = parsed;
  if (data !== undefined && data !== null && !isRecord(data)) throw new UnusableAnswer('data is no object');
  const checked = errorsForm.safeParse(errors ?? undefined);
  if (!checked.success) throw new UnusableAnswer('errors has another form');
  if (data === undefined && checked.data === undefined) throw new UnusableAnswer('the body has neither data nor errors');
  return {
    ...(data === undefined ? {} : { data }),
    ...(checked.data === undefined ? {} : { errors: checked.data.map(withoutLocations) }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Locations are left out: they point into the gateway's document, which nobody has seen. */
function withoutLocations({ message, path, extensions }: z.output<typeof errorForm>): GraphQLFormattedError {
  return { message, ...(path === undefined ? {} : { path }), ...(extensions === undefined ? {} : { extensions }) };
}
