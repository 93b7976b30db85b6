import { rmSync } from 'node:fs';
import { prepareDataFolder } from '../data-folder';
import { OperatorError, reasonOf } from '../errors';
import { ensureDevelopmentIssuer, servedIssuer } from '../issuer';
import { ExitGuard, isPortFree } from '../processes';
import { checkSecrets, ensureKeyPair, ensureSecret, HUB_KEY_LIFE } from '../secrets';
import type { Environment, HubSettings } from '../settings';
import { Fleet } from './fleet';
import type { HubContext, ServiceModules } from './hub-context';
import { acquireHubLock } from './hub-lock';
import { writeHubState } from './hub-state';
import { checkDatabases } from './part-databases';
import type { PartEvent } from './supervised-part';

export interface HubOptions {
  readonly settings: HubSettings;
  /** The environment of this process. */
  readonly machine: Environment;
  readonly services: ServiceModules;
  readonly watch: (event: PartEvent) => void;
}

/** A hub whose data folder is this process's own, with no part started yet. */
export interface OpenHub {
  readonly context: HubContext;
  /** Stops all parts and gives the data folder free. */
  close(): Promise<void>;
}

/**
 * Checks all that can be checked before anything is started, takes the data folder and makes the keys.
 *
 * @throws OperatorError: port in use, folder not writable or another hub's, database not reachable; ExposedFileError: a secret that others
 *   can read.
 */
export async function openHub({ settings, machine, services, watch }: HubOptions): Promise<OpenHub> {
  const { data } = settings;
  await checkPort(settings);
  await checkDatabases(settings.databases);
  prepareDataFolder(data);
  const release = acquireHubLock(data.lock, data.root);
  const startedAt = new Date().toISOString();
  const fleet = new Fleet((event) => {
    const parts = fleet.reports();
    const gateway = parts.find(({ kind }) => kind === 'gateway');
    writeHubState(data.state, { hub: { pid: process.pid, url: gateway?.url, startedAt }, parts });
    watch(event);
  });
  try {
    checkSecrets(data);
    await ensureKeyPair(data.hubKey, HUB_KEY_LIFE);
    const identity = await identityEnvironment(settings);
    const context = { settings, data, machine, services, identity, fleet, guard: new ExitGuard() };
    return {
      context,
      close: async () => {
        await fleet.stop();
        rmSync(data.state, { force: true });
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

async function checkPort({ host, port }: HubSettings): Promise<void> {
  if (port === 0) return;
  const free = await isPortFree(host, port).catch((error: unknown) => {
    throw new OperatorError(`HUB_PORT: the hub can't listen on ${host}:${port} (${reasonOf(error)}).`);
  });
  if (!free) {
    throw new OperatorError(
      `HUB_PORT: port ${port} of ${host} is in use; stop what listens there, or choose another one (0: any free one).`,
    );
  }
}

async function identityEnvironment({ identity, data }: HubSettings): Promise<Readonly<Record<string, string>>> {
  if (identity.kind === 'PROVIDER') return { OIDC_ISSUER: identity.issuer, OIDC_AUDIENCE: identity.audience };
  const { issuer, audience } = await ensureDevelopmentIssuer(data.identity, servedIssuer);
  ensureSecret(data.identity.serviceClientSecret);
  return { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_FILE: data.identity.publicKeys };
}
