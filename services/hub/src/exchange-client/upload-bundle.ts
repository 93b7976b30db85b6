import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { z } from 'zod';
import { OperatorError } from '../errors';
import { type ImportReport, outcomeSchema, problemSchema } from '../graphql-client';
import { exchangeRequest } from './exchange-request';

const progressSchema = z.union([
  z.object({ stage: z.literal('READING'), rows: z.int() }),
  z.object({ stage: z.literal('STORING'), patients: z.int(), of: z.int() }),
]);
/** How far an import is. */
export type UploadProgress = Readonly<z.output<typeof progressSchema>>;

const lineSchema = z.union([
  z.object({ progress: progressSchema }),
  z.object({ problem: problemSchema }),
  z.object({ report: outcomeSchema }),
  z.object({ error: z.object({ message: z.string() }) }),
]);

export interface UploadOptions {
  readonly dryRun: boolean;
  /** A COORDINATOR's of that country. */
  readonly token: string;
  readonly tell: (progress: UploadProgress) => void;
}

/**
 * Hands a bundle, as one zip, to the country's own door for bundles of any size: neither side holds it in memory.
 *
 * @throws OperatorError when the country doesn't answer or can't take the zip; a refused bundle is a report, not an error
 */
export async function uploadBundle(
  country: RegisteredCountry,
  zip: Readable,
  { dryRun, token, tell }: UploadOptions,
): Promise<ImportReport> {
  const answer = await exchangeRequest({ country, method: 'POST', path: `import?dryRun=${dryRun}`, token, body: zip });
  const problems: ImportReport['problems'][number][] = [];
  for await (const text of createInterface({ input: answer })) {
    const line = lineSchema.parse(JSON.parse(text));
    if ('progress' in line) tell(line.progress);
    else if ('problem' in line) problems.push(line.problem);
    else if ('report' in line) return { ...line.report, problems };
    else throw new OperatorError(`${country.name} refused: ${line.error.message}`);
  }
  throw new OperatorError(`${country.name} gave no import report; nothing was stored.`);
}
