import { claimsOf } from '@registry-hub/shared/identity';
import { type Configuration, errors, type Grant, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { DevelopmentAccount } from '../accounts';
import { faultPage, signedOutPage, signOutPage } from '../pages';
import { dashboardClient, serviceClient } from './clients';
import type { SigningKey } from './signing-key';

export interface ProviderOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly signingKey: SigningKey;
  readonly serviceClientSecret: string;
  readonly dashboardOrigins: readonly string[];
  /** The accounts there are now: a country may join at any time. */
  readonly accounts: () => readonly DevelopmentAccount[];
  /** Signs the provider's cookies. */
  readonly cookieSecret: string;
}

/** The one API that access tokens are for (RFC 8707); clients need not name it. */
const HUB_API = 'urn:registry-hub:api';
const SCOPES = ['openid', 'profile'];
const SECOND = 1;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The development provider: code with PKCE and client credentials, access tokens as JWTs (RFC 9068) with the hub's claims. */
export function createProvider(options: ProviderOptions): Provider {
  return new Provider(options.issuer, configurationOf(options));
}

function configurationOf({
  audience,
  signingKey,
  serviceClientSecret,
  dashboardOrigins,
  accounts,
  cookieSecret,
}: ProviderOptions): Configuration {
  const accountOf = (subject: string | undefined): DevelopmentAccount | undefined => accounts().find((one) => one.subject === subject);
  return {
    clients: [dashboardClient(dashboardOrigins), serviceClient(serviceClientSecret)],
    jwks: { keys: [signingKey] },
    scopes: SCOPES,
    claims: { openid: ['sub'], profile: ['name', 'roles', 'country', 'center'] },
    // the dashboard reads who signed in from the ID token, and needs no second request for it
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    findAccount: (_context, subject) => {
      const account = accountOf(subject);
      return account && { accountId: subject, claims: () => ({ sub: subject, name: account.name, ...account.claims }) };
    },
    extraTokenClaims: (_context, token) => ({
      ...(token.kind === 'AccessToken' ? accountOf(token.accountId)?.claims : claimsOf({ roles: ['DASHBOARD'] })),
    }),
    loadExistingGrant: grantAll,
    interactions: { url: (_context, { uid }) => `/sign-in/${uid}` },
    clientBasedCORS: (_context, origin) => dashboardOrigins.includes(origin),
    cookies: { keys: [cookieSecret] },
    ttl: {
      AuthorizationCode: MINUTE,
      AccessToken: HOUR,
      ClientCredentials: HOUR,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: 12 * HOUR,
      Grant: 12 * HOUR,
    },
    renderError: (context, { error, error_description: description }) => {
      context.type = 'html';
      context.body = faultPage(description ?? error);
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = signOutPage(form);
        },
        postLogoutSuccessSource: (context) => {
          context.body = signedOutPage();
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => HUB_API,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, resource) => {
          if (resource !== HUB_API) throw new errors.InvalidTarget();
          return { scope: '', audience, accessTokenFormat: 'jwt', accessTokenTTL: HOUR, jwt: { sign: { alg: 'ES256' } } };
        },
      },
    },
  };
}

/** Nobody is asked for consent: the only client that somebody signs in to is the hub's own. */
async function grantAll({ oidc: { session, client, provider } }: KoaContextWithOIDC): Promise<Grant | undefined> {
  if (session?.accountId === undefined || client === undefined) return undefined;
  const known = session.grantIdFor(client.clientId);
  if (known !== undefined) return provider.Grant.find(known);
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope(SCOPES.join(' '));
  await grant.save();
  return grant;
}
