import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestAuthority, createTestDatabase, type TestDatabase } from '@registry-hub/shared/testing';
import { dataFolder } from '../data-folder';
import { RunningHub } from '../testing/running-hub';

const START_MS = 90_000;

describe('a country elsewhere that wants certificates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mutual-tls-'));
  let hub: RunningHub;
  let database: TestDatabase;
  let poland: ChildProcess;
  let url: string;

  function written(name: string, text: string): string {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  }

  beforeAll(async () => {
    const authority = await createTestAuthority();
    const ca = written('ca.pem', authority.cert);
    const shown = await authority.issue();
    hub = await RunningHub.start({
      HUB_SEED: 'none',
      TLS_CLIENT_CERT_FILE: written('hub.pem', shown.cert),
      TLS_CLIENT_KEY_FILE: written('hub-key.pem', shown.key),
      TLS_CA_FILE: ca,
    });
    const { hubKey, identity } = dataFolder(hub.data);
    const { issuer } = JSON.parse(readFileSync(identity.issuer, 'utf8'));
    database = await createTestDatabase();
    const own = await authority.issue();
    poland = fork(require.resolve('@registry-hub/national/main'), {
      env: {
        COUNTRY_CODE: 'PL',
        COUNTRY_NAME: 'Poland',
        DATABASE_URL_FILE: written('database-url', database.url),
        HUB_KEYS_FILE: hubKey.publicKeys,
        MASKING_KEY_FILE: join(folder, 'masking-key.pem'),
        OIDC_ISSUER: issuer,
        OIDC_JWKS_FILE: identity.publicKeys,
        TLS_CERT_FILE: written('poland.pem', own.cert),
        TLS_KEY_FILE: written('poland-key.pem', own.key),
        TLS_CLIENT_CA_FILE: ca,
        LOG_LEVEL: 'silent',
      },
      execArgv: [],
    });
    const [ready] = (await once(poland, 'message')) as [{ readonly url: string }];
    ({ url } = ready);
  }, START_MS);
  afterAll(async () => {
    await hub.discard();
    poland.kill('SIGTERM');
    if (poland.exitCode === null) await once(poland, 'exit');
    await database.drop();
    rmSync(folder, { recursive: true });
  }, START_MS);

  it('joins the hub that shows one, and is asked through the gateway', async () => {
    expect(url).toMatch(/^https:/);
    expect(await hub.command('country', 'add', 'PL', '--name', 'Poland', '--url', url)).toMatchObject({ exitCode: 0, stderr: '' });
    const answer = await hub.query<unknown>(await hub.token('--role', 'lead'), '{ poland { code registry { registeredCases } } }');
    expect(answer.data).toEqual({ poland: { code: 'PL', registry: { registeredCases: 0 } } });
  });

  it('is reached by the commands, too', async () => {
    expect(await hub.command('audit', 'verify', '--country', 'PL')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^PL: valid, 0 entries/),
    });
    const { exitCode, stdout } = await hub.command('status');
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/poland +national +UP/)]);
  });

  it('must be given the next key before the hub signs with it', async () => {
    expect(await hub.command('rotate-keys', '--hub')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/^Poland: runs elsewhere/),
    });
  });
});
