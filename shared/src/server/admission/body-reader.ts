import type { IncomingMessage } from 'node:http';
import express, { type RequestHandler } from 'express';
import { type Caller, hasRole } from '../../identity';
import { BODY_LIMIT, BUNDLE_LIMIT } from '../limits';

export type Authenticate = (request: IncomingMessage) => Promise<Caller>;

/**
 * Reads bodies, after it is known whose they are: only a coordinator's may be large. Whether it then is a mutation shows
 * once it is read, and is seen to before anything else is done with it.
 */
export class BodyReader {
  private readonly callers = new WeakMap<IncomingMessage, Promise<Caller>>();
  private readonly sizes = new WeakMap<IncomingMessage, number>();

  constructor(private readonly authenticate: Authenticate) {}

  readonly read: RequestHandler = async (request, response, next) => {
    const caller = await this.callerOf(request).catch(() => undefined);
    const mayBeLarge = caller !== undefined && hasRole(caller, 'COORDINATOR');
    (mayBeLarge ? this.readLarge : this.readOrdinary)(request, response, next);
  };

  /** Who asks; found out once a request. @throws what authentication throws */
  callerOf(request: IncomingMessage): Promise<Caller> {
    const known = this.callers.get(request) ?? this.authenticate(request);
    this.callers.set(request, known);
    return known;
  }

  /** Bytes of the body that was read. */
  sizeOf(request: IncomingMessage): number {
    return this.sizes.get(request) ?? 0;
  }

  private readonly note = (request: IncomingMessage, _response: unknown, body: Buffer): void => {
    this.sizes.set(request, body.length);
  };
  private readonly readOrdinary = express.json({ limit: BODY_LIMIT, verify: this.note });
  private readonly readLarge = express.json({ limit: BUNDLE_LIMIT, verify: this.note });
}
