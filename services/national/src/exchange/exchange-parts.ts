import type { Caller, VerifyToken } from '@registry-hub/shared/identity';
import type { CallerRates, Logger } from '@registry-hub/shared/server';
import type { Request, Response } from 'express';
import type { RegistryExporter } from '../export';
import type { BundleImporter } from '../import';

/** What the doors beside GraphQL are made from. */
export interface ExchangeParts {
  /** The registry's own, ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly importer: BundleImporter;
  readonly exporter: RegistryExporter;
  readonly verify: VerifyToken;
  readonly rates: Pick<CallerRates, 'countCaller'>;
  readonly clock: () => Date;
  readonly logger: Logger;
}

/** One request of a caller who may pass. */
export interface DoorRequest {
  readonly request: Request;
  readonly response: Response;
  readonly caller: Caller;
}

export type Door = (request: DoorRequest) => Promise<void>;
