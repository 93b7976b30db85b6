import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ServerTls } from '../tls';

export interface HttpEndpoint {
  /** Without a trailing slash: `http://127.0.0.1:4000`, or `https://…` with TLS. */
  readonly origin: string;
  close(): Promise<void>;
}

/** How long connections that are still busy at closing time may take before they are cut. */
const CLOSING_GRACE_MS = 3000;
const KEEP_ALIVE_MS = 65_000;

/**
 * Listens; port 0 takes any free one. With TLS that names authorities, who shows no good certificate of theirs gets no connection.
 *
 * @throws Error with the code EADDRINUSE while the port is taken
 */
export async function openHttpEndpoint(listener: RequestListener, host: string, port: number, tls?: ServerTls): Promise<HttpEndpoint> {
  const server = tls === undefined ? createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, listener) : tlsServer(tls, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: chosen } = server.address() as AddressInfo;
  const origin = `${tls === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${chosen}`;
  return { origin, close: () => closeServer(server) };
}

function tlsServer({ cert, key, clientAuthorities }: ServerTls, listener: RequestListener): Server {
  const mutual = clientAuthorities === undefined ? {} : { ca: clientAuthorities, requestCert: true, rejectUnauthorized: true };
  return createTlsServer({ keepAliveTimeout: KEEP_ALIVE_MS, cert, key, ...mutual }, listener);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), CLOSING_GRACE_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
