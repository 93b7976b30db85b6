import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundingCountries } from '@registry-hub/shared/domain';
import { publicHalf } from '@registry-hub/shared/testing';
import type { JWK } from 'jose';
import { type DevelopmentAccount, developmentAccounts } from '../accounts';
import { identityApp } from '../identity-app';
import { createProvider, listedKeys, presentProvider } from '../provider';

export interface OpenProvider {
  readonly issuer: string;
  readonly dashboard: string;
  readonly serviceClientSecret: string;
  /** Has the first of these keys sign, and lists all of them. */
  setKeys(...keys: readonly JWK[]): void;
  close(): Promise<void>;
}

/** The provider on a port of its own, with these keys, of which the first one signs. */
export async function openProvider(...keys: readonly JWK[]): Promise<OpenProvider> {
  const folder = mkdtempSync(join(tmpdir(), 'identity-'));
  const keyFile = join(folder, 'private.jwk');
  let listed = '';
  const setKeys = (...latest: readonly JWK[]): void => {
    writeFileSync(keyFile, JSON.stringify(latest[0]), { mode: 0o600 });
    listed = JSON.stringify({ keys: latest.map(publicHalf) });
  };
  setKeys(...keys);
  const server = createServer({ keepAlive: false });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const dashboard = 'http://127.0.0.1:4000';
  const serviceClientSecret = 'a secret that is made up for a test alone';
  const accounts = (): readonly DevelopmentAccount[] => developmentAccounts(foundingCountries);
  const dashboardOrigins = [dashboard];
  const provider = presentProvider(keyFile, (signing) =>
    createProvider({
      issuer,
      audience: 'registry-hub',
      signingKey: signing,
      serviceClientSecret,
      dashboardOrigins,
      accounts,
      cookieSecret: 'another one',
    }),
  );
  const publicKeys = (): object => listedKeys(listed, Date.now());
  server.on('request', identityApp({ issuer, provider, accounts, dashboardOrigins, publicKeys, version: '0' }));
  return {
    issuer,
    dashboard,
    serviceClientSecret,
    setKeys,
    close: async () => {
      rmSync(folder, { recursive: true });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
