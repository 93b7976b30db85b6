import { badUserInput } from '@registry-hub/shared/errors';
import type { Request, Response } from 'express';
import type { FhirProblem } from '../fhir';
import type { ImportProgress, ImportReport } from '../import';

/** A line of the answer to what is handed over: JSON, one object a line. */
export type AnswerLine =
  | { readonly progress: ImportProgress }
  | { readonly problem: ImportReport['problems'][number] | FhirProblem }
  | { readonly report: Omit<ImportReport, 'problems'> }
  | { readonly error: object };

export function beginLines(response: Response): void {
  response.status(200).type('application/x-ndjson');
  response.flushHeaders();
}

export function writeLine(response: Response, line: AnswerLine): void {
  response.write(`${JSON.stringify(line)}\n`);
}

/** Whether `?dryRun=true` was asked for. */
export function isDryRun({ query }: Request): boolean {
  const { dryRun = 'false' } = query;
  if (dryRun === 'true' || dryRun === 'false') return dryRun === 'true';
  throw badUserInput({ field: 'dryRun', message: 'expected true or false.' });
}
