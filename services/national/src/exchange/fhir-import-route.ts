import { calendarDateOf } from '@registry-hub/shared/domain';
import { badUserInput } from '@registry-hub/shared/errors';
import { presentPlainError } from '@registry-hub/shared/server';
import type { Request } from 'express';
import type { FhirProblem } from '../fhir';
import { type ImportProgress, stageResources } from '../import';
import { beginLines, isDryRun, writeLine } from './answer-lines';
import type { Door, ExchangeParts } from './exchange-parts';
import { entriesOfUpload, type FhirType, fhirLimits, fhirTypes } from './fhir-upload';
import { withSpooledUpload } from './spooled-upload';

/**
 * `POST /fhir/$import`, `POST /fhir/$import?dryRun=true`: takes FHIR R4 as a Bundle, as NDJSON, or as a zip of NDJSON files, and
 * answers as `POST /import` does, each problem with its resource and element and as soon as it is found. What the registry can't
 * hold refuses the whole.
 */
export function fhirImportDoor({ country, importer, clock, logger }: ExchangeParts): Door {
  return async ({ request, response, caller }) => {
    const type = typeOf(request);
    const now = clock();
    const options = { dryRun: isDryRun(request), by: caller, now };
    await withSpooledUpload(request, fhirLimits.archiveBytes, async (path) => {
      beginLines(response);
      try {
        const reading = {
          country,
          today: calendarDateOf(now),
          tell: (progress: ImportProgress) => writeLine(response, { progress }),
          report: (problem: FhirProblem) => writeLine(response, { problem }),
        };
        const { problems: _, ...report } = await importer.importStaged(
          (manager) => stageResources(manager, entriesOfUpload(path, type, country), reading),
          { ...options, tell: reading.tell },
        );
        writeLine(response, { report });
      } catch (error) {
        const { error: shown, status } = presentPlainError(error, logger);
        writeLine(response, { error: { ...shown, status } });
      }
    });
    response.end();
  };
}

function typeOf(request: Request): FhirType {
  const type = fhirTypes.find((one) => request.is(one));
  if (type === undefined) throw badUserInput({ field: 'content-type', message: `expected one of ${fhirTypes.join(', ')}.` });
  return type;
}
