import { join } from 'node:path';
import { type CountryIdentity, countryTypeName } from '@registry-hub/shared/domain';
import { writePrivateFile } from '@registry-hub/shared/secrets';
import { maskingKeyFile } from '../data-folder';
import { NATIONAL_HOST, registerCountries } from './countries';
import type { HubContext } from './hub-context';
import { serviceLaunch } from './launch-service';
import type { CountryDatabaseUrl } from './part-databases';
import { serviceEnvironment } from './service-environment';

/** Starts the service of a country and keeps it, and its entry in the register, up. */
export type StartCountry = (country: CountryIdentity, port: number, signal: AbortSignal) => Promise<void>;

export function countryServices(hub: HubContext, databaseUrl: CountryDatabaseUrl): StartCountry {
  const { data, fleet, guard, settings, identity } = hub;
  return async (country, port, signal) => {
    // in a file, since the environment of a process is there for others to read
    const urlFile = join(data.secrets, `${country.code}.database-url`);
    writePrivateFile(urlFile, `${await databaseUrl(country.code)}\n`);
    signal.throwIfAborted();
    const name = partName(country);
    const environment = serviceEnvironment(hub.machine, {
      COUNTRY_CODE: country.code,
      COUNTRY_NAME: country.name,
      DATABASE_URL_FILE: urlFile,
      HUB_KEYS_FILE: data.hubKey.publicKeys,
      MASKING_KEY_FILE: maskingKeyFile(data, country.code),
      EXTENSIONS: settings.extensions.get(country.code),
      LOG_LEVEL: settings.logLevel,
      ...identity,
    });
    const launch = serviceLaunch({
      name,
      module: hub.services.national,
      host: NATIONAL_HOST,
      port: { kind: 'PREFERRED', port },
      environment,
      logFile: join(data.logs, `${name}.log`),
      guard,
    });
    const onAddress = (url: string): void => registerCountries(data, [{ ...country, url: graphqlUrl(url) }]);
    await fleet.start({ name, kind: 'national', launch, onAddress }, signal);
  };
}

/** `United Kingdom` runs as `united-kingdom`. */
export function partName({ name }: CountryIdentity): string {
  return countryTypeName(name)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

/** Where a service answers GraphQL, from its address. */
export function graphqlUrl(address: string): string {
  return new URL('/graphql', address).href;
}
