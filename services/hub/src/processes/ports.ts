import { createServer } from 'node:net';
import { codeOf } from '../errors';

/** A TCP port of this host that nobody listens on now. */
export async function findFreePort(host: string): Promise<number> {
  const { port, close } = await listen(host, 0);
  await close();
  return port;
}

/** So many different ones. */
export async function findFreePorts(host: string, count: number): Promise<readonly number[]> {
  const taken = await Promise.all(Array.from({ length: count }, () => listen(host, 0)));
  await Promise.all(taken.map(({ close }) => close()));
  return taken.map(({ port }) => port);
}

/**
 * Whether one could listen there now.
 *
 * @throws the system's error when the reason is another than a port in use: no such address, a privileged port.
 */
export async function isPortFree(host: string, port: number): Promise<boolean> {
  try {
    await (await listen(host, port)).close();
    return true;
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') return false;
    throw error;
  }
}

function listen(host: string, port: number): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : port,
        close: () => new Promise((closed) => server.close(() => closed())),
      });
    });
  });
}
