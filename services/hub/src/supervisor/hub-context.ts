import type { DataFolder } from '../data-folder';
import { issueToken, tokenRequest } from '../issuer';
import type { ExitGuard } from '../processes';
import type { Environment, HubSettings } from '../settings';
import type { Fleet } from './fleet';

/** What the parts of one hub are started with. */
export interface HubContext {
  readonly settings: HubSettings;
  readonly data: DataFolder;
  /** The environment of this process. */
  readonly machine: Environment;
  readonly services: ServiceModules;
  /** Whose tokens every service accepts. */
  readonly identity: Readonly<Record<string, string>>;
  readonly fleet: Fleet;
  readonly guard: ExitGuard;
}

/** The main modules of the services. */
export interface ServiceModules {
  readonly national: string;
  readonly gateway: string;
  readonly identity: string;
}

/** A token with which the hub looks at its own gateway; undefined where it can sign none. */
export async function observerToken({ settings, data }: HubContext): Promise<string | undefined> {
  if (settings.identity.kind === 'PROVIDER') return undefined;
  return issueToken(data.identity, tokenRequest({ role: 'dashboard', subject: 'hub', hours: '1' }));
}
