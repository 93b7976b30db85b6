import type { JWTVerifyGetKey } from 'jose';
import { keysOfFile } from './keys-of-file';
import { type KeySearch, ProviderKeys } from './provider-keys';
import { askProvider } from './provider-metadata';

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

/** The issuer a process is set to accept: the development issuer's keys from a file, any other's by OpenID discovery. */
export function acceptedIssuer(settings: IdentitySettings, search: KeySearch): AcceptedIssuer {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_FILE: file } = settings;
  if (file) return { issuer, audience, keys: keysOfFile(file) };
  const provider = new ProviderKeys({ ask: () => askProvider(issuer, search.answerWithinMs), ...search });
  return { issuer, audience, keys: (header, token) => provider.find(header, token) };
}
