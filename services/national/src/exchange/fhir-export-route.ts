import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { badUserInput } from '@registry-hub/shared/errors';
import type { Request } from 'express';
import { exportedTypes } from '../export';
import type { Door, ExchangeParts } from './exchange-parts';
import { zipOf } from './zip-of';

/**
 * `GET /fhir/$export`: the whole registry as FHIR R4, one NDJSON file for each resource type in one zip;
 * `GET /fhir/$export?_type=Patient`: the resources of one type as NDJSON. Both are made as they are sent. FHIR's bulk export
 * answers with addresses of files that wait to be fetched; here nothing of a patient waits on any disk.
 */
export function fhirExportDoor({ country, exporter }: ExchangeParts): Door {
  return async ({ request, response, caller }) => {
    const type = askedType(request);
    await exporter.exportFhir(caller, async (files) => {
      const file = files.find(({ name }) => name === `${type}.ndjson`);
      if (file) {
        response.status(200).type('application/fhir+ndjson');
        await pipeline(Readable.from(file.text()), response);
      } else {
        response.status(200).type('application/zip').attachment(`${country}-fhir.zip`);
        await pipeline(zipOf(files), response);
      }
    });
  };
}

function askedType({ query }: Request): string | undefined {
  const { _type: type } = query;
  if (type === undefined) return undefined;
  if (typeof type === 'string' && exportedTypes.includes(type)) return type;
  throw badUserInput({ field: '_type', message: `expected one of ${exportedTypes.join(', ')}.` });
}
