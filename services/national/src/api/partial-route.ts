import type { IncomingHttpHeaders } from 'node:http';
import { HUB_SIGNATURE_HEADER, type VerifyToken } from '@registry-hub/shared/identity';
import {
  DISCLOSURE_HEADER,
  KNOWN_STATE_HEADER,
  LAYOUT_HEADER,
  LEFT_OUT_HEADER,
  LONGEST_QUESTION_BYTES,
  PARTIAL_MEDIA_TYPE,
  PARTIAL_PATH,
  STATE_HEADER,
} from '@registry-hub/shared/partial-exchange';
import { type CallerRates, type Logger, sendError } from '@registry-hub/shared/server';
import { LAYOUT_VERSION } from '@registry-hub/shared/statistics';
import express, { type Express, type Response } from 'express';
import type { GivenPartial, PartialDesk } from '../statistics';

export interface PartialRouteOptions {
  readonly verify: VerifyToken;
  readonly rates: Pick<CallerRates, 'countCaller'>;
  readonly desk: Pick<PartialDesk, 'answer'>;
  readonly logger: Logger;
}

/** Gives the hub this country's sums: see {@link PARTIAL_PATH} for what is asked and answered. */
export function addPartialRoute(app: Express, { verify, rates, desk, logger }: PartialRouteOptions): void {
  const questionText = express.text({ type: () => true, limit: LONGEST_QUESTION_BYTES });
  app.post(PARTIAL_PATH, questionText, async ({ headers, body }, response) => {
    try {
      const caller = await verify(headers.authorization);
      await rates.countCaller(caller);
      const given = await desk.answer(caller, {
        text: typeof body === 'string' ? body : '',
        signature: textOf(headers, HUB_SIGNATURE_HEADER),
        knownState: textOf(headers, KNOWN_STATE_HEADER),
      });
      send(response, given);
    } catch (error) {
      sendError(response, error, logger);
    }
  });
}

function send(response: Response, given: GivenPartial): void {
  response.setHeader(LAYOUT_HEADER, LAYOUT_VERSION);
  if ('state' in given) response.setHeader(STATE_HEADER, given.state);
  switch (given.kind) {
    case 'unchanged':
      response.writeHead(304).end();
      break;
    case 'other layout':
      response.writeHead(406).end();
      break;
    case 'refused':
      response.status(409).json(given.refusal);
      break;
    case 'counted':
      response.setHeader(DISCLOSURE_HEADER, given.disclosureSettings);
      if (given.leftOut) response.setHeader(LEFT_OUT_HEADER, 'true');
      // not through express, which would hash every answer for an ETag
      response.writeHead(200, { 'content-type': PARTIAL_MEDIA_TYPE, 'content-length': given.bytes.length }).end(given.bytes);
  }
}

function textOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
