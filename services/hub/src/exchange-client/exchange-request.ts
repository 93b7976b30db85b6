import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { z } from 'zod';
import { OperatorError, reasonOf } from '../errors';

export interface ExchangeRequest {
  readonly country: RegisteredCountry;
  readonly method: 'GET' | 'POST';
  /** Of the door, beside the country's GraphQL: `import`, `export`. */
  readonly path: string;
  /** A COORDINATOR's of that country. */
  readonly token: string;
  /** A zip. */
  readonly body?: Readable;
}

/** The country has no such door: its service is of an older version, or of somebody else's making. */
export class NoSuchDoor extends OperatorError {}

const NOT_FOUND = 404;

const refusalSchema = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

/**
 * Sends a request to one of a country's doors beside GraphQL, without a limit on the time that the answer takes.
 *
 * @returns the answer, whose text is still to be read
 * @throws NoSuchDoor when the country doesn't have it, OperatorError when it doesn't answer or refuses the request
 */
export async function exchangeRequest({ country, method, path, token, body }: ExchangeRequest): Promise<IncomingMessage> {
  const url = new URL(path, country.url);
  const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/zip' }) };
  const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, { method, headers });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
  });
  // the answer may come before all is sent: a refusal ends the sending
  const sent = body ? pipeline(body, request).then(undefined, (error: unknown) => error) : Promise.resolve(request.end());
  const answer = await answered.catch((error: unknown) => {
    throw new OperatorError(`${country.name} does not answer at ${url.origin} (${reasonOf(error)}).`);
  });
  if (answer.statusCode === 200) {
    await sent;
    return answer;
  }
  const refusal = await refusalIn(answer);
  if (answer.statusCode === NOT_FOUND) throw new NoSuchDoor(`${country.name} has no ${url.pathname} at ${url.origin}.`);
  throw new OperatorError(`${country.name} refused: ${refusal}`);
}

async function refusalIn(answer: IncomingMessage): Promise<string> {
  const told = refusalSchema.safeParse(jsonOf(await textOf(answer)));
  return told.success ? told.data.errors.map(({ message }) => message).join(' ') : `it answers with status ${answer.statusCode}.`;
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const pieces: string[] = [];
  answer.setEncoding('utf8');
  for await (const piece of answer) pieces.push(String(piece));
  return pieces.join('');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
