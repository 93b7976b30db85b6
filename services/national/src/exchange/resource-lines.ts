import { StringDecoder } from 'node:string_decoder';
import { badUserInput } from '@registry-hub/shared/errors';

/** A resource of more characters is none: what a registry documents of one visit takes some hundred. */
export const LONGEST_RESOURCE = 4 * 2 ** 20;

/**
 * The lines of a text that comes piece by piece, without their ends (LF or CRLF).
 *
 * @throws HubError BAD_USER_INPUT when one is longer than a resource may be
 */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
    if (rest.length > LONGEST_RESOURCE) throw tooLong();
  }
  yield rest;
}

export function tooLong(): Error {
  return badUserInput({ field: 'resource', message: `A resource may have ${LONGEST_RESOURCE} characters at most.` });
}

/** Bytes as text; what is no UTF-8 becomes the sign that stands for it. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  for await (const chunk of bytes) yield decoder.write(Buffer.from(chunk));
  yield decoder.end();
}
