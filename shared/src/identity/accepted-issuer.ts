import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { keysOfFile } from './keys-of-file';

/** The one issuer whose tokens a process accepts. */
export interface AcceptedIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

export interface IdentitySettings {
  readonly OIDC_ISSUER: string;
  readonly OIDC_AUDIENCE: string;
  /** Public keys of the development issuer; without it they are found at the provider. */
  readonly OIDC_JWKS_FILE?: string | undefined;
}

const discoveryDocument = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

/** The issuer a process is set to accept: the development issuer's keys from a file, any other's by OpenID discovery. */
export function acceptedIssuer(settings: IdentitySettings): AcceptedIssuer {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_FILE: file } = settings;
  return { issuer, audience, keys: file ? keysOfFile(file) : keysOfProvider(issuer) };
}

/** Asks the provider where its keys are when they are first needed, so that a process starts while the provider is down. */
function keysOfProvider(issuer: string): JWTVerifyGetKey {
  let discovered: Promise<JWTVerifyGetKey> | undefined;
  const discover = async (): Promise<JWTVerifyGetKey> => {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(5000) });
    const document = discoveryDocument.parse(await response.json());
    if (document.issuer !== issuer) throw new Error('the provider announces another issuer than the one set');
    return createRemoteJWKSet(new URL(document.jwks_uri));
  };
  return async (header, token) => {
    discovered ??= discover();
    try {
      return (await discovered)(header, token);
    } catch (error) {
      discovered = undefined;
      throw error;
    }
  };
}
