import type { Express } from 'express';
import { HubError } from '../errors';

export interface HealthOptions {
  /** The product's version, which health tells. */
  readonly version: string;
  /** What else `/health/ready` tells. */
  readonly health?: Readonly<Record<string, string>>;
  /** Throws, with a sentence, while the process can't answer. */
  readonly checkReady: () => Promise<void>;
}

/** Health at `/health/live` and `/health/ready`. @returns the same app */
export function addHealthRoutes(app: Express, { version, health, checkReady }: HealthOptions): Express {
  app.get('/health/live', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/health/ready', async (_request, response) => {
    const fault = await checkReady().then(
      () => undefined,
      (error: unknown) => (error instanceof HubError ? error.message : 'not ready'),
    );
    if (fault === undefined) response.json({ status: 'ok', version, ...health });
    else response.status(503).json({ status: 'unavailable', version, ...health, message: fault });
  });
  return app;
}
