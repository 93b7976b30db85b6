import { join } from 'node:path';
import { writePrivateFile } from '@registry-hub/shared/secrets';
import type { HubContext } from './hub-context';
import { serviceLaunch } from './launch-service';
import { serviceEnvironment } from './service-environment';

/**
 * Starts the gateway.
 *
 * @param databaseUrl of the hub's own database @returns the address at which clients reach it.
 */
export async function startGateway(hub: HubContext, port: number, databaseUrl: string, signal: AbortSignal): Promise<string> {
  const { data, settings, fleet, guard } = hub;
  const urlFile = join(data.secrets, 'HUB.database-url');
  writePrivateFile(urlFile, `${databaseUrl}\n`);
  const environment = serviceEnvironment(hub.machine, {
    DATABASE_URL_FILE: urlFile,
    COUNTRY_REGISTER_FILE: data.countries,
    SCHEMA_FOLDER: data.schemas,
    HUB_PRIVATE_KEY_FILE: data.hubKey.privateKey,
    LOG_LEVEL: settings.logLevel,
    ...settings.clientTls,
    ...hub.identity,
  });
  const launch = serviceLaunch({
    name: 'gateway',
    module: hub.services.gateway,
    host: settings.host,
    port: { kind: settings.port === 0 ? 'PREFERRED' : 'FIXED', port },
    environment,
    logFile: join(data.logs, 'gateway.log'),
    guard,
  });
  return fleet.start({ name: 'gateway', kind: 'gateway', launch }, signal);
}
