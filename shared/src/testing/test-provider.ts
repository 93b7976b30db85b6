import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** An OpenID provider's discovery document and keys on a port of this machine, for tests. */
export class TestProvider {
  #server: Server | undefined;
  #port = 0;
  /** The keys it lists, as private ones; what it serves are their public halves. */
  keys: readonly JWK[] = [];
  /** What it says of itself instead of the truth. */
  document: Readonly<Record<string, unknown>> = {};
  /** How often it was asked for its keys. */
  asked = 0;

  get issuer(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts to answer, at the address it had before. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      response.setHeader('connection', 'close');
      const answer = this.#answer(request.url ?? '');
      if (answer === undefined) response.writeHead(404).end();
      else response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  #answer(path: string): unknown {
    if (path === '/.well-known/openid-configuration') {
      return { issuer: this.issuer, jwks_uri: `${this.issuer}/keys`, ...this.document };
    }
    if (path !== '/keys') return undefined;
    this.asked += 1;
    return { keys: this.keys.map(publicHalf) };
  }
}

/** A private key with its algorithm and name. */
export async function signingKey(alg: string, kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), alg, kid, use: 'sig' };
}

/** The key without what must stay secret, for the three families of key that sign tokens here (RFC 7518, RFC 8037). */
export function publicHalf({ kty, crv, x, y, n, e, alg, kid, use }: JWK): JWK {
  const known = Object.entries({ kty, crv, x, y, n, e, alg, kid, use }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known);
}
