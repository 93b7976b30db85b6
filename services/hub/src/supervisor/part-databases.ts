import { join } from 'node:path';
import type { DataFolder } from '../data-folder';
import { OperatorError } from '../errors';
import { connectionFault, countryDatabase, ensureDatabase, hubDatabase, type OwnDatabase, shownAddress } from '../postgres';
import { ensureSecret } from '../secrets';
import type { DatabaseSettings } from '../settings';

/** Gives the URL of a country's database, making the database where the hub may. */
export type CountryDatabaseUrl = (country: string) => Promise<string>;

/** @param adminUrl the server for all parts without a database of their own; absent when there is none. */
export function countryDatabases(databases: DatabaseSettings, data: DataFolder, adminUrl: string | undefined): CountryDatabaseUrl {
  return (country) => databaseOf(databases.byCountry.get(country), data, adminUrl, { name: country, ...countryDatabase(country) });
}

/** The URL of the hub's own database, made where the hub may. */
export function hubDatabaseUrl(databases: DatabaseSettings, data: DataFolder, adminUrl: string | undefined): Promise<string> {
  return databaseOf(databases.hub, data, adminUrl, { name: 'HUB', ...hubDatabase });
}

async function databaseOf(
  given: string | undefined,
  data: DataFolder,
  adminUrl: string | undefined,
  { name, ...own }: OwnDatabase & { readonly name: string },
): Promise<string> {
  if (given !== undefined) return given;
  if (adminUrl === undefined) {
    throw new OperatorError(`There is no database for ${name}: start the hub with DATABASE_URL_${name} or DATABASE_URL set.`);
  }
  return ensureDatabase(adminUrl, own, ensureSecret(join(data.secrets, `${name}.password`)));
}

/** @throws OperatorError that names every given database which can't be reached. */
export async function checkDatabases({ server, hub, byCountry }: DatabaseSettings): Promise<void> {
  const given = [
    ...(server === undefined ? [] : [['DATABASE_URL', server] as const]),
    ...(hub === undefined ? [] : [['DATABASE_URL_HUB', hub] as const]),
    ...[...byCountry].map(countryVariable),
  ];
  const faults = await Promise.all(
    given.map(async ([variable, url]) => {
      const fault = await connectionFault(url);
      return fault === undefined ? [] : [`${variable}: no connection to ${shownAddress(url)} (${fault.reason}).`];
    }),
  );
  if (faults.flat().length > 0) throw new OperatorError(faults.flat().join('\n'));
}

function countryVariable([country, url]: readonly [string, string]): readonly [string, string] {
  return [`DATABASE_URL_${country}`, url];
}
