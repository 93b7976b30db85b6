import { badUserInput } from '@registry-hub/shared/errors';
import { presentPlainError } from '@registry-hub/shared/server';
import type { Request, Response } from 'express';
import type { ImportProgress, ImportReport } from '../import';
import { archiveLimits } from './archive-limits';
import { openBundleArchive } from './bundle-archive';
import type { Door, ExchangeParts } from './exchange-parts';
import { withSpooledUpload } from './spooled-upload';

/** A line of the answer: JSON, one object a line. */
type Line =
  | { readonly progress: ImportProgress }
  | { readonly problem: ImportReport['problems'][number] }
  | { readonly report: Omit<ImportReport, 'problems'> }
  | { readonly error: object };

/**
 * `POST /import`, `POST /import?dryRun=true`: takes a bundle as one zip, and answers line by line while it is checked and stored:
 * how far it is, then every problem, then the report. Unlike `importBundle` it holds neither the bundle nor what it was read into.
 */
export function importDoor({ country, importer, clock, logger }: ExchangeParts): Door {
  return async ({ request, response, caller }) => {
    if (!request.is('application/zip')) throw badUserInput({ field: 'content-type', message: 'expected application/zip.' });
    const options = { dryRun: isDryRun(request), by: caller, now: clock() };
    await withSpooledUpload(request, archiveLimits.archiveBytes, async (path) => {
      const archive = await openBundleArchive(path, country, archiveLimits);
      try {
        begin(response);
        const { problems, ...report } = await importer.importFrom(archive.files, {
          ...options,
          tell: (progress) => write(response, { progress }),
        });
        for (const problem of problems) write(response, { problem });
        write(response, { report });
      } catch (error) {
        const { error: shown, status } = presentPlainError(error, logger);
        write(response, { error: { ...shown, status } });
      } finally {
        archive.close();
      }
    });
    response.end();
  };
}

function isDryRun({ query }: Request): boolean {
  const { dryRun = 'false' } = query;
  if (dryRun === 'true' || dryRun === 'false') return dryRun === 'true';
  throw badUserInput({ field: 'dryRun', message: 'expected true or false.' });
}

function begin(response: Response): void {
  response.status(200).type('application/x-ndjson');
  response.flushHeaders();
}

function write(response: Response, line: Line): void {
  response.write(`${JSON.stringify(line)}\n`);
}
