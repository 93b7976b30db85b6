import { randomUUID } from 'node:crypto';
import { findFreePort, isPortFree } from '../processes';

/** Gives a development issuer its name. @param known the one it had at an earlier start */
export type NameIssuer = (known: string | undefined) => Promise<string>;

/** Where the development provider listens: in it anybody can be anybody, so that it is for this machine alone. */
export const PROVIDER_HOST = '127.0.0.1';

/**
 * The name of a provider that runs: the address at which it answers (OpenID Connect Discovery 1.0, section 3). The port is kept
 * from start to start, so that earlier tokens stay good; only where somebody else has taken it meanwhile there is another one.
 */
export const servedIssuer: NameIssuer = async (known) => {
  const keep = known !== undefined && isServed(known) && (await isPortFree(PROVIDER_HOST, portOf(known)));
  return keep ? known : `http://${PROVIDER_HOST}:${await findFreePort(PROVIDER_HOST)}`;
};

/** The name of an issuer that is a pair of keys and nothing more. RFC 2606: no host under .invalid can exist. */
export const unservedIssuer: NameIssuer = async (known) => known ?? `https://${randomUUID()}.registry-hub.invalid`;

/** The port at which an issuer answers; 0 for one that names none. */
export function portOf(issuer: string): number {
  return URL.canParse(issuer) ? Number(new URL(issuer).port) : 0;
}

function isServed(issuer: string): boolean {
  return new URL(issuer).hostname === PROVIDER_HOST;
}
