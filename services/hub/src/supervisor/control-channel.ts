import { randomBytes, timingSafeEqual } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { readPrivateFileIfThere, writePrivateFile } from '@registry-hub/shared/secrets';
import { z } from 'zod';
import { OperatorError, reasonOf } from '../errors';

const newCountrySchema = z.object({ code: z.string(), name: z.string(), url: z.string().optional() });
const channelSchema = z.object({ url: z.string(), secret: z.string() });
const joinedSchema = z.object({
  country: z.object({ code: z.string(), name: z.string(), url: z.string() }),
  /** Whether the gateway was seen to serve it. */
  served: z.boolean(),
});
const resultSchema = z.union([joinedSchema, z.object({ refused: z.string() })]);

/** A country that is to join. With a url its service runs elsewhere; without, the hub starts it. */
export type NewCountry = Readonly<z.output<typeof newCountrySchema>>;
export type JoinedCountry = Readonly<z.output<typeof joinedSchema>>;
export type AddCountry = (country: NewCountry) => Promise<JoinedCountry>;

/** The largest command, in bytes. */
const MOST_BYTES = 16_384;
/** A new service is started before the answer comes. */
const ANSWER_WITHIN_MS = 180_000;

/**
 * Takes commands of other processes of this machine. On loopback and with a secret, since a Unix socket's path must be shorter than
 * many a data folder's.
 *
 * @param file where the address and the secret are kept for whoever may read them.
 * @returns how to close the channel.
 */
export async function openControlChannel(file: string, addCountry: AddCountry): Promise<() => Promise<void>> {
  const secret = randomBytes(32).toString('base64url');
  const server = createServer((request, response) => {
    response.setHeader('connection', 'close');
    if (!isAllowed(request, secret)) {
      response.writeHead(401).end();
      return;
    }
    const answer = readBody(request).then((body) => addCountry(newCountrySchema.parse(JSON.parse(body))));
    answer.then(
      (joined) => response.end(JSON.stringify(joined)),
      (error: unknown) => response.writeHead(409).end(JSON.stringify({ refused: reasonOf(error) })),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  writePrivateFile(file, JSON.stringify({ url: `http://127.0.0.1:${port}/countries`, secret }));
  return async () => {
    rmSync(file, { force: true });
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  };
}

/**
 * Has the running hub add a country.
 *
 * @throws OperatorError with the hub's sentence when it refuses, or when it doesn't answer.
 */
export async function askToAddCountry(file: string, country: NewCountry): Promise<JoinedCountry> {
  const text = readPrivateFileIfThere(file);
  if (text === undefined) throw new OperatorError('The hub is not ready for commands yet; try again when it is.');
  const { url, secret } = channelSchema.parse(JSON.parse(text));
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}` },
    body: JSON.stringify(country),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  }).catch((error: unknown) => {
    throw new OperatorError(`The hub does not answer (${reasonOf(error)}).`);
  });
  const result = resultSchema.parse(await response.json());
  if ('refused' in result) throw new OperatorError(result.refused);
  return result;
}

function isAllowed({ headers, method }: IncomingMessage, secret: string): boolean {
  const given = Buffer.from(headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${secret}`);
  return method === 'POST' && given.length === expected.length && timingSafeEqual(given, expected);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new OperatorError('The command is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
