import { HubError } from '@registry-hub/shared/errors';
import { rightTo } from '@registry-hub/shared/rights';
import { sendError } from '@registry-hub/shared/server';
import type { Express, RequestHandler } from 'express';
import type { Door, ExchangeParts } from './exchange-parts';
import { exportDoor } from './export-route';
import { fhirExportDoor } from './fhir-export-route';
import { fhirImportDoor } from './fhir-import-route';
import { importDoor } from './import-route';

/** Adds the doors through which whole registries come and go, beside GraphQL and under the same tokens. */
export function addExchangeRoutes(app: Express, parts: ExchangeParts): void {
  app.post('/import', guarded('POST /import', importDoor(parts), parts));
  app.get('/export', guarded('GET /export', exportDoor(parts), parts));
  app.post('/fhir/$import', guarded('POST /fhir/$import', fhirImportDoor(parts), parts));
  app.get('/fhir/$export', guarded('GET /fhir/$export', fhirExportDoor(parts), parts));
}

/** @param name of the door in the table of rights */
function guarded(name: string, door: Door, { country, verify, rates, logger }: ExchangeParts): RequestHandler {
  const isAllowed = rightTo(name, country);
  return async (request, response) => {
    try {
      const caller = await verify(request.headers.authorization);
      await rates.countCaller(caller);
      if (!isAllowed?.(caller, {})) throw new HubError('FORBIDDEN');
      await door({ request, response, caller });
    } catch (error) {
      if (response.headersSent) response.destroy();
      else sendError(response, error, logger);
    }
  };
}
