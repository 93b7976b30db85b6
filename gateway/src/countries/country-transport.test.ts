import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CountryTransport, openTransport } from './country-transport';

describe('the connection to a country', () => {
  let server: Server;
  let transport: CountryTransport;
  let connections: number;

  async function serve(listener: RequestListener): Promise<void> {
    connections = 0;
    server = createServer(listener).on('connection', () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    transport = openTransport(
      { code: 'FR', name: 'France', url: `http://127.0.0.1:${port}/api/graphql?v=1` },
      { connectMs: 1000, maxResponseBytes: 1000, connections: 2 },
    );
  }

  afterEach(async () => {
    await transport.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it("posts to the country's address, and probes its server", async () => {
    await serve((request, response) =>
      response.end(`${request.method} ${request.url} ${request.headers['content-type']} ${String(request.headers['x-a'])}`),
    );
    expect(await transport.post('{}', { 'x-a': 'b' }, 1000)).toEqual({ status: 200, body: 'POST /api/graphql?v=1 application/json b' });
    expect((await transport.probe(1000)).body).toBe('GET /health/ready undefined undefined');
  });

  it('keeps its connections for the next requests', async () => {
    await serve((_request, response) => response.end('{}'));
    for (let turn = 0; turn < 10; turn += 1) await transport.post('{}', {}, 1000);
    expect(connections).toBeLessThanOrEqual(2);
  });

  it('does not follow a redirect', async () => {
    await serve((_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end());
    expect(await transport.post('{}', {}, 1000)).toEqual({ status: 302, body: '' });
  });

  it.each<[string, RequestListener]>([
    ['does not begin', () => undefined],
    ['does not end', (_request, response) => void response.write('{"data"')],
  ])('gives up an answer that %s in time', async (_, listener) => {
    await serve(listener);
    await expect(transport.post('{}', {}, 50)).rejects.toMatchObject({ kind: 'TIMEOUT', delivered: true });
  });

  it('gives up an answer that is too long', async () => {
    await serve((_request, response) => response.end('x'.repeat(2000)));
    await expect(transport.post('{}', {}, 1000)).rejects.toMatchObject({ kind: 'ERROR', reason: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' });
  });

  it('tells a broken connection from one that was never made', async () => {
    await serve((request) => void request.socket.destroy());
    await expect(transport.post('{}', {}, 1000)).rejects.toMatchObject({ kind: 'UNREACHABLE', delivered: true });
    await new Promise((resolve) => server.close(resolve));
    await expect(transport.post('{}', {}, 1000)).rejects.toMatchObject({ kind: 'UNREACHABLE', delivered: false });
  });

  it('gives up what is no HTTP', async () => {
    await serve(() => undefined);
    server.on('connection', (socket) => socket.end('SSH-2.0-OpenSSH\r\n'));
    await expect(transport.post('{}', {}, 1000)).rejects.toMatchObject({
      name: 'CountryFault',
      message: 'The registry of France does not answer.',
    });
  });
});
