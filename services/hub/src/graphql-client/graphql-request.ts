import { z } from 'zod';
import { OperatorError, reasonOf } from '../errors';

export interface GraphqlRequest {
  readonly url: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** A bearer token; without one the request is anonymous. */
  readonly token?: string;
  /** The longest that the answer may take, in ms. */
  readonly withinMs: number;
}

/** An answer with errors; the codes are those of `extensions.code`. */
export class RefusedRequest extends OperatorError {
  constructor(
    message: string,
    readonly codes: readonly string[],
  ) {
    super(message);
  }
}

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() })).optional(),
});

/**
 * Sends one GraphQL operation.
 *
 * @returns the data of the answer.
 * @throws RefusedRequest when the answer has errors, OperatorError when there is none in time or it is not GraphQL's.
 */
export async function graphqlRequest({ url, query, variables = {}, token, withinMs }: GraphqlRequest): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  const text = await fetch(url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(withinMs),
  }).then(
    (response) => response.text(),
    (error: unknown) => {
      throw new OperatorError(`${url} does not answer (${reasonOf(error)}).`);
    },
  );
  const answer = answerSchema.safeParse(jsonOf(text));
  if (!answer.success) throw new OperatorError(`${url} does not answer with GraphQL.`);
  const { data, errors = [] } = answer.data;
  if (errors.length === 0) return data;
  throw new RefusedRequest(
    errors.map(({ message }) => message).join(' '),
    errors.flatMap(({ extensions }) => extensions?.code ?? []),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
