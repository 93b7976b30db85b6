import { serviceEnvironment } from './service-environment';

test('a service knows the machine and its own settings, and nobody else’s secrets', () => {
  const machine = {
    PATH: '/bin',
    HTTPS_PROXY: 'http://proxy',
    NODE_ENV: 'development',
    DATABASE_URL: 'postgresql://admin:secret@db/x',
    DATABASE_URL_DE: 'postgresql://germany:secret@db/de',
    PGPASSWORD: 'secret',
    TLS_CLIENT_KEY_FILE: '/keys/hub.pem',
    HUB_DATA: '/data',
    OIDC_ISSUER: 'https://elsewhere',
    PORT: '4000',
  };
  expect(serviceEnvironment(machine, { COUNTRY_CODE: 'FR', OIDC_ISSUER: 'https://here', OIDC_JWKS_FILE: undefined })).toEqual({
    PATH: '/bin',
    HTTPS_PROXY: 'http://proxy',
    NODE_ENV: 'production',
    GRAPHQL_INTROSPECTION: 'on',
    TZ: 'UTC',
    COUNTRY_CODE: 'FR',
    OIDC_ISSUER: 'https://here',
  });
});

test.each([
  ['in production nobody asks for the schema', { NODE_ENV: 'production' }, 'off'],
  ['what is set stands', { NODE_ENV: 'production', GRAPHQL_INTROSPECTION: 'on' }, 'on'],
  ['elsewhere everybody may', {}, 'on'],
])('%s', (_, machine, expected) => {
  expect(serviceEnvironment(machine, {})['GRAPHQL_INTROSPECTION']).toBe(expected);
});
