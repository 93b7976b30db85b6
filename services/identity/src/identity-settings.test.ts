import { readSettings } from '@registry-hub/shared/config';
import { identitySettingsSchema } from './identity-settings';

const environment = {
  PORT: '0',
  ISSUER: 'http://127.0.0.1:4001',
  SIGNING_KEY_FILE: '/data/private.jwk',
  PUBLIC_KEYS_FILE: '/data/jwks.json',
  SERVICE_CLIENT_SECRET: 'x'.repeat(43),
  COUNTRY_REGISTER_FILE: '/data/countries.json',
  DASHBOARD_ORIGINS: 'http://127.0.0.1:4000,http://localhost:4000',
};

describe("the development provider's settings", () => {
  it('are read', () => {
    expect(readSettings(identitySettingsSchema, environment)).toMatchObject({
      ISSUER: 'http://127.0.0.1:4001',
      AUDIENCE: 'registry-hub',
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
    ['with a dashboard that is no origin', { DASHBOARD_ORIGINS: 'http://127.0.0.1:4000/app' }, /DASHBOARD_ORIGINS.*: expected origins/],
    ['with a short secret', { SERVICE_CLIENT_SECRET: 'secret' }, /SERVICE_CLIENT_SECRET: expected at least 32 characters/],
  ])('do not start it %s', (_where, changes, sentence) => {
    const given = { ...environment, ...changes };
    expect(() => readSettings(identitySettingsSchema, given)).toThrow(sentence);
  });

  it('start it in production when somebody says so', () => {
    const given = { ...environment, NODE_ENV: 'production', ALLOW_DEVELOPMENT_IDENTITY: 'true' };
    expect(readSettings(identitySettingsSchema, given)).toMatchObject({ ALLOW_DEVELOPMENT_IDENTITY: 'true' });
  });
});
