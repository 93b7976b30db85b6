import { join } from 'node:path';
import { PROVIDER_HOST, portOf } from '../issuer';
import type { HubContext } from './hub-context';
import { serviceLaunch } from './launch-service';
import { serviceEnvironment } from './service-environment';

/**
 * Starts the development provider, unless the hub is set to another one. No other part waits for it: they verify tokens by its
 * public keys, which are in a file.
 *
 * @param gatewayPort at which browsers reach the gateway, and with it the dashboard
 */
export async function startIdentity(hub: HubContext, gatewayPort: number, signal: AbortSignal): Promise<void> {
  const { data, settings, fleet, guard, identity } = hub;
  const issuer = identity['OIDC_ISSUER'];
  if (settings.identity.kind === 'PROVIDER' || issuer === undefined) return;
  const environment = serviceEnvironment(hub.machine, {
    // whether it may run in production has been asked of the hub's own settings
    NODE_ENV: 'development',
    ISSUER: issuer,
    AUDIENCE: identity['OIDC_AUDIENCE'],
    SIGNING_KEY_FILE: data.identity.privateKey,
    PUBLIC_KEYS_FILE: data.identity.publicKeys,
    SERVICE_CLIENT_SECRET_FILE: data.identity.serviceClientSecret,
    COUNTRY_REGISTER_FILE: data.countries,
    DASHBOARD_ORIGINS: dashboardOrigins(settings.host, gatewayPort).join(','),
    LOG_LEVEL: settings.logLevel,
  });
  const launch = serviceLaunch({
    name: 'identity',
    module: hub.services.identity,
    host: PROVIDER_HOST,
    // its address is its name, which every other part was given
    port: { kind: 'FIXED', port: portOf(issuer) },
    environment,
    logFile: join(data.logs, 'identity.log'),
    guard,
  });
  await fleet.start({ name: 'identity', kind: 'identity', launch }, signal);
}

/** A browser on this machine may call it by either name, whatever address the gateway listens at. */
function dashboardOrigins(host: string, port: number): readonly string[] {
  const names = [host.includes(':') ? `[${host}]` : host, '127.0.0.1', 'localhost'];
  return [...new Set(names)].map((name) => `http://${name}:${port}`);
}
