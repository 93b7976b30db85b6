import { createServer } from 'node:net';
import { codeOf } from '../errors';

/** A TCP port of this host that nobody listens on now. */
export async function findFreePort(host: string): Promise<number> {
  return listenOnce(host, 0);
}

/**
 * Whether one could listen there now.
 *
 * @throws the system's error when the reason is another than a port in use: no such address, a privileged port.
 */
export async function isPortFree(host: string, port: number): Promise<boolean> {
  try {
    await listenOnce(host, port);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') return false;
    throw error;
  }
}

function listenOnce(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}
