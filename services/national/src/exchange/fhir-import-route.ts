import { badUserInput } from '@registry-hub/shared/errors';
import { presentPlainError } from '@registry-hub/shared/server';
import type { Request } from 'express';
import { FhirReader, type PlacedRecords } from '../fhir';
import type { ImportReport } from '../import';
import { beginLines, isDryRun, writeLine } from './answer-lines';
import { bundleOfFhir } from './bundle-of-fhir';
import type { Door, ExchangeParts } from './exchange-parts';
import { entriesOfUpload, type FhirType, fhirLimits, fhirTypes } from './fhir-upload';
import { withSpooledUpload } from './spooled-upload';

/**
 * `POST /fhir/$import`, `POST /fhir/$import?dryRun=true`: takes FHIR R4 as a Bundle, as NDJSON, or as a zip of NDJSON files, and
 * answers as `POST /import` does, each problem with its resource and element. What the registry can't hold refuses the whole.
 */
export function fhirImportDoor({ country, importer, clock, logger }: ExchangeParts): Door {
  return async ({ request, response, caller }) => {
    const type = typeOf(request);
    const options = { dryRun: isDryRun(request), by: caller, now: clock() };
    await withSpooledUpload(request, fhirLimits.archiveBytes, async (path) => {
      beginLines(response);
      try {
        const reader = new FhirReader(country);
        for await (const entry of entriesOfUpload(path, type, country)) reader.take(entry);
        const { records, problems } = reader.read();
        for (const problem of problems) writeLine(response, { problem });
        if (problems.some(({ severity }) => severity === 'HARD')) {
          writeLine(response, { report: refusal(records) });
          return;
        }
        const { files, problemOf } = bundleOfFhir(records);
        const { problems: told, ...report } = await importer.importBundle(files, {
          ...options,
          tell: (progress) => writeLine(response, { progress }),
        });
        for (const problem of told) writeLine(response, { problem: problemOf(problem) });
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

function refusal(records: PlacedRecords): Omit<ImportReport, 'problems'> {
  const rows = Object.values(records).reduce((sum, list) => sum + list.length, 0);
  return { stored: false, refused: true, rows, patients: records.patient.length, patientsChanged: 0, dataQueriesRaised: 0 };
}
