import { HubError } from '@registry-hub/shared/errors';
import type { Caller } from '@registry-hub/shared/identity';
import type { Express, RequestHandler } from 'express';
import { present, statusOf } from './answer-error';
import type { Door, ExchangeParts } from './exchange-parts';
import { exportDoor } from './export-route';
import { importDoor } from './import-route';

/** Adds the doors through which whole registries come and go, beside GraphQL and under the same tokens. */
export function addExchangeRoutes(app: Express, parts: ExchangeParts): void {
  app.post('/import', guarded(importDoor(parts), parts.rights.import, parts));
  app.get('/export', guarded(exportDoor(parts), parts.rights.export, parts));
}

function guarded(door: Door, isAllowed: (caller: Caller) => boolean, { verify, logger }: ExchangeParts): RequestHandler {
  return async (request, response) => {
    try {
      const caller = await verify(request.headers.authorization);
      if (!isAllowed(caller)) throw new HubError('FORBIDDEN');
      await door({ request, response, caller });
    } catch (error) {
      const presented = present(error, logger);
      if (response.headersSent) response.destroy();
      else response.status(statusOf(error)).json({ errors: [presented] });
    }
  };
}
