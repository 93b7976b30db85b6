import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, type RunningProcess } from '@registry-hub/shared/server';
import { createTestAuthority, createTestDatabase, type TestAuthority, type TestDatabase } from '@registry-hub/shared/testing';
import type { ClientTls } from '@registry-hub/shared/tls';
import { composeNational } from './compose-national';

describe('a national service that wants certificates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'national-tls-'));
  let authority: TestAuthority;
  let database: TestDatabase;
  let national: RunningProcess;
  let healthPort: number;

  beforeAll(async () => {
    [authority, database, healthPort] = await Promise.all([createTestAuthority(), createTestDatabase(), freePort()]);
    const { cert, key } = await authority.issue();
    national = await composeNational({
      extensions: {},
      settings: {
        COUNTRY_CODE: 'FR',
        COUNTRY_NAME: 'France',
        DATABASE_URL: database.url,
        DATABASE_POOL: 2,
        HOST: '127.0.0.1',
        PORT: 0,
        HEALTH_PORT: healthPort,
        TLS_CERT_FILE: written('cert.pem', cert),
        TLS_KEY_FILE: written('key.pem', key),
        TLS_CLIENT_CA_FILE: written('ca.pem', authority.cert),
        OIDC_ISSUER: 'urn:registry-hub:test',
        OIDC_AUDIENCE: 'registry-hub',
        OIDC_JWKS_FILE: written('jwks.json', '{"keys":[]}'),
        MASKING_KEY_FILE: join(folder, 'masking-key.pem'),
        MASKING_NEW_KEYS: 'pin',
        NATIONAL_RATE_LIMIT: 1000,
        GRAPHQL_INTROSPECTION: 'off',
        DISCLOSURE_MEMORY_COHORTS: 50,
        DISCLOSURE_MEMORY_DAYS: 365,
        LOG_LEVEL: 'silent',
      },
      logger: createLogger('national FR', 'silent'),
      clock: () => new Date(),
      version: '1.2.3',
    });
  });
  afterAll(async () => {
    await national.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  function written(name: string, text: string): string {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  }

  async function status(tls: ClientTls): Promise<number | undefined> {
    const [response] = await once(get(new URL('/health/ready', national.url), { ...tls, ca: authority.cert, agent: false }), 'response');
    response.resume();
    return response.statusCode;
  }

  it('answers who shows one, and asks for a token all the same', async () => {
    expect(national.url).toMatch(/^https:/);
    const hub = await authority.issue();
    expect(await status(hub)).toBe(200);
    const asked = request(national.url, {
      ...hub,
      ca: authority.cert,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      agent: false,
    });
    asked.end('{"query":"{ france { code } }"}');
    const [response] = await once(asked, 'response');
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toContain('UNAUTHENTICATED');
  });

  it.each<[string, () => Promise<ClientTls>]>([
    ['none', async () => ({})],
    ['one of another authority', async () => (await createTestAuthority()).issue()],
    ['one whose time is over', () => authority.issue({ expired: true })],
  ])('gives no connection, and so no health either, to who shows %s', async (_, shown) => {
    await expect(status(await shown())).rejects.toMatchObject({ code: expect.stringMatching(/ALERT|ECONNRESET/) });
  });

  it('tells its health, and nothing else, by plain http on loopback', async () => {
    const health = await fetch(`http://127.0.0.1:${healthPort}/health/ready`);
    const digest = expect.stringMatching(/^[\w-]{43}$/);
    expect(await health.json()).toEqual({ status: 'ok', version: '1.2.3', maskingKey: digest, schema: digest });
    expect((await fetch(`http://127.0.0.1:${healthPort}/graphql`, { method: 'POST' })).status).toBe(404);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
