import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readRegister } from '@registry-hub/shared/register';
import { openHttpEndpoint, type RunningProcess } from '@registry-hub/shared/server';
import { type DevelopmentAccount, developmentAccounts } from './accounts';
import { identityApp } from './identity-app';
import type { IdentitySettings } from './identity-settings';
import { createProvider, listedKeys, presentProvider } from './provider';

export interface IdentityOptions {
  readonly settings: IdentitySettings;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Puts the development provider together and starts it. Who is signed in is known to this process alone, and forgotten with it. */
export async function composeIdentity({ settings, version, now }: IdentityOptions): Promise<RunningProcess> {
  const accounts = (): readonly DevelopmentAccount[] => developmentAccounts(readRegister(settings.COUNTRY_REGISTER_FILE).countries);
  const dashboardOrigins = settings.DASHBOARD_ORIGINS;
  const cookieSecret = randomBytes(32).toString('base64url');
  const provider = presentProvider(settings.SIGNING_KEY_FILE, (signingKey) =>
    createProvider({
      issuer: settings.ISSUER,
      audience: settings.AUDIENCE,
      signingKey,
      serviceClientSecret: settings.SERVICE_CLIENT_SECRET,
      dashboardOrigins,
      accounts,
      cookieSecret,
    }),
  );
  const publicKeys = (): object => listedKeys(readFileSync(settings.PUBLIC_KEYS_FILE, 'utf8'), now());
  const app = identityApp({ issuer: settings.ISSUER, provider, accounts, dashboardOrigins, publicKeys, version });
  const http = await openHttpEndpoint(app, settings.HOST, settings.PORT);
  return { url: http.origin, close: () => http.close() };
}
