import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readRegister } from '@registry-hub/shared/register';
import { openHttpEndpoint, type RunningProcess } from '@registry-hub/shared/server';
import { type DevelopmentAccount, developmentAccounts } from './accounts';
import { identityApp } from './identity-app';
import type { IdentitySettings } from './identity-settings';
import { createProvider } from './provider';

/** Puts the development provider together and starts it. Who is signed in is known to this process alone, and forgotten with it. */
export async function composeIdentity(settings: IdentitySettings, version: string): Promise<RunningProcess> {
  const accounts = (): readonly DevelopmentAccount[] => developmentAccounts(readRegister(settings.COUNTRY_REGISTER_FILE).countries);
  const dashboardOrigins = settings.DASHBOARD_ORIGINS;
  const provider = createProvider({
    issuer: settings.ISSUER,
    audience: settings.AUDIENCE,
    signingKey: settings.SIGNING_KEY,
    serviceClientSecret: settings.SERVICE_CLIENT_SECRET,
    dashboardOrigins,
    accounts,
    cookieSecret: randomBytes(32).toString('base64url'),
  });
  const publicKeys = (): string => readFileSync(settings.PUBLIC_KEYS_FILE, 'utf8');
  const app = identityApp({ provider, accounts, dashboardOrigins, publicKeys, version });
  const http = await openHttpEndpoint(app, settings.HOST, settings.PORT);
  return { url: http.origin, close: http.close };
}
