import type { CountryIdentity } from '@registry-hub/shared/domain';
import { prepareDataFolder } from '../data-folder';
import { issueToken, tokenRequest } from '../issuer';
import { type Environment, readHubSettings } from '../settings';
import { partName, readHubState, type ServiceModules, startHub, writeLocalCountries } from '../supervisor';
import type { HubClient } from './hub-questions';
import { residentMegabytes } from './resident-memory';

/** A hub of processes as in production, on a database server that the bench can look into. */
export interface BenchHub {
  readonly client: HubClient;
  /** Resident memory of a country's service, in MB. */
  memoryOf(country: CountryIdentity): number | undefined;
  stop(): Promise<void>;
}

export interface BenchHubOptions {
  /** The superuser's, of the server on which the countries have their databases. */
  readonly adminUrl: string;
  /** HUB_DATA: two hubs after each other on one folder have the same databases. */
  readonly data: string;
  readonly countries: readonly CountryIdentity[];
  readonly machine: Environment;
  readonly services: ServiceModules;
}

/** Starts a hub of these countries, without any case on its first start. */
export async function startBenchHub({ adminUrl, data: root, countries, machine, services }: BenchHubOptions): Promise<BenchHub> {
  const settings = readHubSettings({ HUB_DATA: root, HUB_PORT: '0', HUB_SEED: 'none', LOG_LEVEL: 'warn', DATABASE_URL: adminUrl });
  const { data } = settings;
  prepareDataFolder(data);
  writeLocalCountries(data, countries);
  const hub = await startHub({ settings, machine, services, tell: () => undefined }, new AbortController().signal);
  const token = await issueToken(data.identity, tokenRequest({ role: 'lead', subject: 'bench' }));
  return {
    client: { url: hub.url, token },
    memoryOf: (country) => {
      const part = readHubState(data.state)?.parts.find(({ kind, name }) => kind === 'national' && name === partName(country));
      return part?.pid === undefined ? undefined : residentMegabytes(part.pid);
    },
    stop: () => hub.stop(),
  };
}
