import { join } from 'node:path';
import type { CountryIdentity } from '@registry-hub/shared/domain';
import { closeMaintenanceDatabases, prepareEmbeddedServer } from '../postgres';
import { ensureSecret } from '../secrets';
import type { HubContext } from './hub-context';

/**
 * Starts the embedded PostgreSQL when the hub or a country needs it.
 *
 * @returns the URL of the server on which the hub makes databases; undefined when all have their own.
 */
export async function startDatabase(
  { settings, data, fleet, guard }: HubContext,
  countries: readonly CountryIdentity[],
  signal: AbortSignal,
): Promise<string | undefined> {
  const { server, hub, byCountry } = settings.databases;
  const allHaveTheirOwn = hub !== undefined && countries.every(({ code }) => byCountry.has(code));
  if (server !== undefined || allHaveTheirOwn) return server;
  const password = ensureSecret(join(data.secrets, 'postgres.password'));
  const logFile = join(data.logs, 'postgres.log');
  const embedded = await prepareEmbeddedServer({ folder: data.postgres, logFile, password, durable: true, guard }, signal);
  await fleet.start({ name: 'postgres', kind: 'database', launch: embedded.launch }, signal);
  await closeMaintenanceDatabases(embedded.adminUrl);
  return embedded.adminUrl;
}
