import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { foundingCountries } from '@registry-hub/shared/domain';
import { publicHalf, signingKey } from '@registry-hub/shared/testing';
import type { JWK } from 'jose';
import { type DevelopmentAccount, developmentAccounts } from '../accounts';
import { identityApp } from '../identity-app';
import type { SigningKey } from '../identity-settings';
import { createProvider } from '../provider';

export interface OpenProvider {
  readonly issuer: string;
  readonly dashboard: string;
  readonly serviceClientSecret: string;
  close(): Promise<void>;
}

/** The provider on a port of its own, with a key that has a predecessor. */
export async function openProvider(predecessor: JWK): Promise<OpenProvider> {
  const server = createServer({ keepAlive: false });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const dashboard = 'http://127.0.0.1:4000';
  const serviceClientSecret = 'a secret that is made up for a test alone';
  const key = await signingKey('ES256', 'present');
  const accounts = (): readonly DevelopmentAccount[] => developmentAccounts(foundingCountries);
  const provider = createProvider({
    issuer,
    audience: 'registry-hub',
    signingKey: key as SigningKey,
    serviceClientSecret,
    dashboardOrigins: [dashboard],
    accounts,
    cookieSecret: 'another one',
  });
  const publicKeys = (): string => JSON.stringify({ keys: [key, predecessor].map(publicHalf) });
  server.on('request', identityApp({ provider, accounts, dashboardOrigins: [dashboard], publicKeys, version: '0' }));
  return {
    issuer,
    dashboard,
    serviceClientSecret,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
