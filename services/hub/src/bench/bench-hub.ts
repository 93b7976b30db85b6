import type { CountryIdentity } from '@registry-hub/shared/domain';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { prepareDataFolder } from '../data-folder';
import { issueToken, tokenRequest } from '../issuer';
import { type Environment, readHubSettings } from '../settings';
import { partName, readCountries, readHubState, type ServiceModules, startHub, writeLocalCountries } from '../supervisor';
import type { HubClient } from './hub-questions';
import { processorSeconds } from './processor-time';
import { residentMegabytes } from './resident-memory';

/** A hub of processes as in production, on a database server that the bench can look into. */
export interface BenchHub {
  readonly client: HubClient;
  /** Resident memory of a country's service, in MB. */
  memoryOf(country: CountryIdentity): number | undefined;
  /** The same at its peak so far. */
  peakMemoryOf(country: CountryIdentity): number | undefined;
  /** Processor time that a country's service has taken so far, in seconds. */
  processorSecondsOf(country: CountryIdentity): number | undefined;
  /** The country as the hub knows it, with its service's address. */
  registered(country: CountryIdentity): RegisteredCountry;
  coordinatorToken(country: CountryIdentity): Promise<string>;
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
  const pidOf = (country: CountryIdentity): number | undefined =>
    readHubState(data.state)?.parts.find(({ kind, name }) => kind === 'national' && name === partName(country))?.pid;
  return {
    client: { url: hub.url, token },
    memoryOf: (country) => residentMegabytes(pidOf(country), 'VmRSS'),
    peakMemoryOf: (country) => residentMegabytes(pidOf(country), 'VmHWM'),
    processorSecondsOf: (country) => processorSeconds(pidOf(country)),
    registered: ({ code }) => {
      const found = readCountries(data).countries.find((country) => country.code === code);
      if (found === undefined) throw new Error(`the hub does not know ${code}`);
      return found;
    },
    coordinatorToken: ({ code }) => issueToken(data.identity, tokenRequest({ role: 'coordinator', country: code, subject: 'bench' })),
    stop: () => hub.stop(),
  };
}
