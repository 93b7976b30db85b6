import { pipeline } from 'node:stream/promises';
import type { Door, ExchangeParts } from './exchange-parts';
import { zipOf } from './zip-of';

/** `GET /export`: the whole registry as an import bundle in one zip, made as it is sent. */
export function exportDoor({ country, exporter }: ExchangeParts): Door {
  return async ({ response, caller }) => {
    await exporter.export(caller, async (files) => {
      response.status(200).type('application/zip').attachment(`${country}.zip`);
      await pipeline(zipOf(files), response);
    });
  };
}
