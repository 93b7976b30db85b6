import type { DataFolder } from '../data-folder';
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
  readonly identity: IdentityEnvironment;
  readonly fleet: Fleet;
  readonly guard: ExitGuard;
}

/** The main modules of the services. */
export interface ServiceModules {
  readonly national: string;
  readonly gateway: string;
}

export interface IdentityEnvironment extends Readonly<Record<string, string>> {
  readonly OIDC_ISSUER: string;
  readonly OIDC_AUDIENCE: string;
}
