import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askProvider } from './provider-metadata';

/** What comes of asking a provider that answers so. */
async function asked(answer: (issuer: string) => RequestListener, withinMs?: number): Promise<unknown> {
  const server = createServer((request, response) => {
    response.setHeader('connection', 'close');
    answer(issuer)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/hub`;
  try {
    return await askProvider(issuer, withinMs);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('asking a provider for its keys', () => {
  it('goes by the document below the path of the issuer', async () => {
    const answers = (issuer: string): Record<string, object> => ({
      '/realms/hub/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/certs` },
      '/realms/hub/certs': { keys: [{ kty: 'EC', kid: 'one' }] },
    });
    const told = await asked((issuer) => (request, response) => response.end(JSON.stringify(answers(issuer)[request.url ?? ''])));
    expect(told).toEqual({ keys: [{ kty: 'EC', kid: 'one' }] });
  });

  it.each<[string, RequestListener, string]>([
    ['an error', (_, response) => response.writeHead(503).end(), 'it answered with status 503'],
    ['a page', (_, response) => response.end('<!doctype html>'), 'its answer is no JSON'],
    ['a list', (_, response) => response.end('[]'), 'its discovery document names no issuer, or no address of its keys'],
    ['the way to elsewhere', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(), 'it can not be reached'],
  ])('takes no keys from one that answers with %s', async (_what, listener, fault) => {
    await expect(asked(() => listener)).rejects.toThrow(fault);
  });

  it('waits no longer than it is told to', async () => {
    await expect(asked(() => () => undefined, 20)).rejects.toThrow('it did not answer within 0.02 s');
  });

  it('takes keys of an issuer with TLS over TLS only', async () => {
    const plain = jest
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async () => Response.json({ issuer: 'https://issuer.example', jwks_uri: 'http://issuer.example/keys' }));
    await expect(askProvider('https://issuer.example')).rejects.toThrow('it offers its keys without TLS');
    expect(plain).toHaveBeenCalledTimes(1);
    plain.mockRestore();
  });
});
