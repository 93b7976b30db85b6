import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpEndpoint {
  /** Without a trailing slash: `http://127.0.0.1:4000`. */
  readonly origin: string;
  close(): Promise<void>;
}

/** How long connections that are still busy at closing time may take before they are cut. */
const CLOSING_GRACE_MS = 3000;

/** Listens; port 0 takes any free one. @throws Error with the code EADDRINUSE while the port is taken */
export async function openHttpEndpoint(listener: RequestListener, host: string, port: number): Promise<HttpEndpoint> {
  const server = createServer({ keepAliveTimeout: 65_000 }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: chosen } = server.address() as AddressInfo;
  return { origin: `http://${host.includes(':') ? `[${host}]` : host}:${chosen}`, close: () => closeServer(server) };
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
