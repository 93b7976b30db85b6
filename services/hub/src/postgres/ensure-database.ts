import type { Client } from 'pg';
import { withConnection } from './connect';

/** A database of one part's own, and the role that owns it. */
export interface OwnDatabase {
  readonly role: string;
  readonly database: string;
}

/** What was answered to whom. */
export const hubDatabase: OwnDatabase = { role: 'hub', database: 'hub' };

/** @param country ISO 3166-1 alpha-2 */
export function countryDatabase(country: string): OwnDatabase {
  return { role: `hub_${country.toLowerCase()}`, database: `registry_${country.toLowerCase()}` };
}

/**
 * Makes a role and the database that it owns, as far as they aren't there, and closes the database to every other role.
 *
 * @param adminUrl a database on the server, with a role that may create roles and databases.
 * @returns the URL with which the role connects to its database.
 */
export async function ensureDatabase(adminUrl: string, { role, database }: OwnDatabase, password: string): Promise<string> {
  await withConnection(adminUrl, async (client) => {
    await ensureRole(client, role, password);
    await ensureOwned(client, database, role);
  });
  const url = new URL(adminUrl);
  url.username = role;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}

async function ensureRole(client: Client, role: string, password: string): Promise<void> {
  const known = await client.query('SELECT 1 FROM pg_catalog.pg_roles WHERE pg_roles.rolname = $1', [role]);
  const name = client.escapeIdentifier(role);
  const secret = client.escapeLiteral(password);
  if (known.rowCount === 0) await client.query(`CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${secret}`);
  else await client.query(`ALTER ROLE ${name} LOGIN PASSWORD ${secret}`);
  const own = await client.query<{ superuser: boolean }>(
    'SELECT pg_roles.rolsuper AS superuser FROM pg_catalog.pg_roles WHERE pg_roles.rolname = current_user',
  );
  // who is no superuser must be a member of a role to make it the owner of something
  if (own.rows[0]?.superuser !== true) await client.query(`GRANT ${name} TO CURRENT_USER`);
}

async function ensureOwned(client: Client, database: string, owner: string): Promise<void> {
  const known = await client.query('SELECT 1 FROM pg_catalog.pg_database WHERE pg_database.datname = $1', [database]);
  const name = client.escapeIdentifier(database);
  if (known.rowCount === 0) {
    await client.query(`CREATE DATABASE ${name} OWNER ${client.escapeIdentifier(owner)} TEMPLATE template0 ENCODING 'UTF8'`);
  }
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
}

/** Closes the databases that every cluster comes with to all but their owner: a part's own role has no business there. */
export async function closeMaintenanceDatabases(adminUrl: string): Promise<void> {
  await withConnection(adminUrl, (client) => client.query('REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC'));
}
