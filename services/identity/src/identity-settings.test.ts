import { readSettings } from '@registry-hub/shared/config';
import { signingKey } from '@registry-hub/shared/testing';
import { identitySettingsSchema } from './identity-settings';

async function environment(): Promise<Record<string, string>> {
  return {
    PORT: '0',
    ISSUER: 'http://127.0.0.1:4001',
    SIGNING_KEY: JSON.stringify(await signingKey('ES256', 'own')),
    PUBLIC_KEYS_FILE: '/data/jwks.json',
    SERVICE_CLIENT_SECRET: 'x'.repeat(43),
    COUNTRY_REGISTER_FILE: '/data/countries.json',
    DASHBOARD_ORIGINS: 'http://127.0.0.1:4000,http://localhost:4000',
  };
}

describe("the development provider's settings", () => {
  it('are read', async () => {
    expect(readSettings(identitySettingsSchema, await environment())).toMatchObject({
      ISSUER: 'http://127.0.0.1:4001',
      AUDIENCE: 'registry-hub',
      SIGNING_KEY: { kid: 'own', alg: 'ES256' },
      DASHBOARD_ORIGINS: ['http://127.0.0.1:4000', 'http://localhost:4000'],
    });
  });

  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['beside another provider', { OIDC_ISSUER: 'https://issuer.example' }, /OIDC_ISSUER: names the identity provider in use/],
    [
      'in production',
      { NODE_ENV: 'production' },
      /OIDC_ISSUER: with NODE_ENV=production set it .* only with ALLOW_DEVELOPMENT_IDENTITY=true$/,
    ],
    ['with a key of another kind', { SIGNING_KEY: '{"kty":"RSA"}' }, /SIGNING_KEY: expected a private key for ES256/],
    ['with a key that is no JSON', { SIGNING_KEY: 'key' }, /SIGNING_KEY: expected a private key for ES256/],
    ['with a dashboard that is no origin', { DASHBOARD_ORIGINS: 'http://127.0.0.1:4000/app' }, /DASHBOARD_ORIGINS.*: expected origins/],
    ['with a short secret', { SERVICE_CLIENT_SECRET: 'secret' }, /SERVICE_CLIENT_SECRET: expected at least 32 characters/],
  ])('do not start it %s', async (_where, changes, sentence) => {
    const given = { ...(await environment()), ...changes };
    expect(() => readSettings(identitySettingsSchema, given)).toThrow(sentence);
  });

  it('start it in production when somebody says so', async () => {
    const given = { ...(await environment()), NODE_ENV: 'production', ALLOW_DEVELOPMENT_IDENTITY: 'true' };
    expect(readSettings(identitySettingsSchema, given)).toMatchObject({ ALLOW_DEVELOPMENT_IDENTITY: 'true' });
  });
});
