import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IdentitySettings, Role } from '@registry-hub/shared/identity';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface TestIssuer {
  readonly settings: Required<IdentitySettings>;
  /** A private key for the hub. */
  readonly hubKeyFile: string;
  /** A caller's `Authorization` header. */
  authorization(role: Role, subject?: string): Promise<string>;
}

/** An issuer of tokens for one test, its public keys kept in the folder. */
export async function testIssuer(folder: string): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const hubKeyFile = join(folder, 'hub.json');
  writeFileSync(hubKeyFile, JSON.stringify({ ...(await exportJWK(privateKey)), alg: 'ES256' }), { mode: 0o600 });
  const settings = { OIDC_ISSUER: 'urn:registry-hub:test', OIDC_AUDIENCE: 'registry-hub', OIDC_JWKS_FILE: join(folder, 'jwks.json') };
  writeFileSync(settings.OIDC_JWKS_FILE, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] }));
  return {
    settings,
    hubKeyFile,
    authorization: async (role, subject = 'anna') => {
      const token = new SignJWT({ sub: subject, roles: [role] }).setProtectedHeader({ alg: 'ES256' });
      return `Bearer ${await token.setIssuer(settings.OIDC_ISSUER).setAudience(settings.OIDC_AUDIENCE).setExpirationTime('5m').sign(privateKey)}`;
    },
  };
}
