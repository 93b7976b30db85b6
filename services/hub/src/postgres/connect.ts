import { Client } from 'pg';
import { codeOf, reasonOf } from '../errors';

const CONNECT_WITHIN_MS = 5000;

/** Connects, lets the work be done, and disconnects. */
export async function withConnection<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS, application_name: 'registry-hub' });
  // a connection that breaks while idle is told by the next query, not by an uncaught error
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

export interface ConnectionFault {
  /** SQLSTATE, or the system's code. */
  readonly code?: string;
  readonly reason: string;
}

/** Why no connection can be had; undefined when one can. */
export async function connectionFault(url: string): Promise<ConnectionFault | undefined> {
  try {
    await withConnection(url, async () => undefined);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    return { ...(code === undefined ? {} : { code }), reason: reasonOf(error) };
  }
}

/** Host, port and database of a connection URL: what may be shown of it. */
export function shownAddress(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port === '' ? '5432' : port}${pathname}`;
}
