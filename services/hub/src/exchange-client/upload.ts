import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { z } from 'zod';
import { OperatorError } from '../errors';
import { type ImportOutcome, outcomeSchema } from '../graphql-client';
import { exchangeRequest } from './exchange-request';

const progressSchema = z.union([
  z.object({ stage: z.literal('READING'), rows: z.int() }),
  z.object({ stage: z.literal('STORING'), patients: z.int(), of: z.int() }),
]);
/** How far an import is. */
export type UploadProgress = Readonly<z.output<typeof progressSchema>>;

export interface UploadOptions {
  readonly dryRun: boolean;
  /** A COORDINATOR's of that country. */
  readonly token: string;
  readonly tell: (progress: UploadProgress) => void;
}

/** What is handed over, and to which of a country's doors. */
export interface Upload<P> {
  /** Of the door, beside the country's GraphQL. */
  readonly path: string;
  /** The media type. */
  readonly type: string;
  readonly body: Readable;
  /** How this door tells a problem. */
  readonly problem: z.ZodType<P>;
}

/** @typeParam P what a problem tells */
export type UploadReport<P> = ImportOutcome & { readonly problems: readonly P[] };

/**
 * Hands a registry's data over to the country's own door: neither side holds them in memory.
 *
 * @throws NoSuchDoor, OperatorError when the country doesn't answer or can't take it; a refusal of what it holds is a report, not an
 *   error
 */
export async function upload<P>(
  country: RegisteredCountry,
  { path, type, body, problem }: Upload<P>,
  { dryRun, token, tell }: UploadOptions,
): Promise<UploadReport<P>> {
  const lineSchema = z.union([
    z.object({ progress: progressSchema }),
    z.object({ problem }),
    z.object({ report: outcomeSchema }),
    z.object({ error: z.object({ message: z.string() }) }),
  ]);
  const answer = await exchangeRequest({ country, method: 'POST', path: `${path}?dryRun=${dryRun}`, token, body: { type, data: body } });
  const problems: P[] = [];
  for await (const text of createInterface({ input: answer })) {
    const line = lineSchema.parse(JSON.parse(text));
    if ('progress' in line) tell(line.progress);
    else if ('problem' in line) problems.push(line.problem);
    else if ('report' in line) return { ...line.report, problems };
    else throw new OperatorError(`${country.name} refused: ${line.error.message}`);
  }
  throw new OperatorError(`${country.name} gave no import report; nothing was stored.`);
}
