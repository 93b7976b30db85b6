import { badUserInput } from '@registry-hub/shared/errors';
import { presentPlainError } from '@registry-hub/shared/server';
import { beginLines, isDryRun, writeLine } from './answer-lines';
import { archiveLimits } from './archive-limits';
import { openBundleArchive } from './bundle-archive';
import type { Door, ExchangeParts } from './exchange-parts';
import { withSpooledUpload } from './spooled-upload';

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
        beginLines(response);
        const { problems, ...report } = await importer.importFrom(archive.files, {
          ...options,
          tell: (progress) => writeLine(response, { progress }),
        });
        for (const problem of problems) writeLine(response, { problem });
        writeLine(response, { report });
      } catch (error) {
        const { error: shown, status } = presentPlainError(error, logger);
        writeLine(response, { error: { ...shown, status } });
      } finally {
        archive.close();
      }
    });
    response.end();
  };
}
