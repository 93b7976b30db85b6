import type { ClientMetadata } from 'oidc-provider';

/** The dashboard: a page in a browser, which can keep no secret, so that PKCE (RFC 7636) stands in for it. */
export const DASHBOARD_CLIENT = 'dashboard';
/** A program that reads released figures by itself: client credentials (RFC 6749, section 4.4). */
export const SERVICE_CLIENT = 'dashboard-service';

/** @param origins where the dashboard is served: sign-in and sign-out lead back to its root */
export function dashboardClient(origins: readonly string[]): ClientMetadata {
  const roots = origins.map((origin) => `${origin}/`);
  return {
    client_id: DASHBOARD_CLIENT,
    client_name: 'Registry Hub',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: roots,
    post_logout_redirect_uris: roots,
    id_token_signed_response_alg: 'ES256',
  };
}

export function serviceClient(secret: string): ClientMetadata {
  return {
    client_id: SERVICE_CLIENT,
    client_secret: secret,
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    id_token_signed_response_alg: 'ES256',
  };
}
