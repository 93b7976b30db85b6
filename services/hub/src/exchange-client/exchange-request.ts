import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { request } from 'undici';
import { z } from 'zod';
import { OperatorError, reasonOf } from '../errors';

export interface ExchangeRequest {
  readonly country: RegisteredCountry;
  readonly method: 'GET' | 'POST';
  /** Of the door, beside the country's GraphQL: `import`, `fhir/$export`. */
  readonly path: string;
  /** A COORDINATOR's of that country. */
  readonly token: string;
  readonly body?: { readonly type: string; readonly data: Readable };
}

/** The country has no such door: its service is of an older version, or of somebody else's making. */
export class NoSuchDoor extends OperatorError {}

const NOT_FOUND = 404;

const refusalSchema = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

/**
 * Sends a request to one of a country's doors beside GraphQL, without a limit on the time that the answer takes.
 *
 * @returns the answer's body, still to be read
 * @throws NoSuchDoor when the country doesn't have it, OperatorError when it doesn't answer or refuses the request
 */
export async function exchangeRequest({ country, method, path, token, body }: ExchangeRequest): Promise<Readable> {
  const url = new URL(path, country.url);
  const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': body.type }) };
  const answer = await request(url, { method, headers, body: body?.data ?? null, headersTimeout: 0, bodyTimeout: 0 }).catch(
    (error: unknown) => {
      throw new OperatorError(`${country.name} does not answer at ${url.origin} (${reasonOf(error)}).`);
    },
  );
  if (answer.statusCode === 200) return answer.body;
  const refusal = await refusalIn(answer.body, answer.statusCode);
  if (answer.statusCode === NOT_FOUND) throw new NoSuchDoor(`${country.name} has no ${url.pathname} at ${url.origin}.`);
  throw new OperatorError(`${country.name} refused: ${refusal}`);
}

async function refusalIn(body: Readable, status: number): Promise<string> {
  const told = refusalSchema.safeParse(jsonOf(await text(body)));
  return told.success ? told.data.errors.map(({ message }) => message).join(' ') : `it answers with status ${status}.`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
