import { readSettings } from '@registry-hub/shared/config';
import { gatewaySettingsSchema } from './gateway-settings';

const environment = { COUNTRY_REGISTER_FILE: 'c.json', SCHEMA_FOLDER: 's', HUB_PRIVATE_KEY_FILE: 'k', OIDC_ISSUER: 'urn:x' };

describe("the gateway's settings", () => {
  it('have defaults where one can be told', () => {
    expect(readSettings(gatewaySettingsSchema, environment)).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 4000,
      LOG_LEVEL: 'info',
      OIDC_AUDIENCE: 'registry-hub',
    });
  });

  it('are refused with all faults at once', () => {
    expect(() => readSettings(gatewaySettingsSchema, { PORT: '70000', LOG_LEVEL: 'loud' })).toThrow(
      expect.objectContaining({
        faults: expect.arrayContaining([
          'PORT: expected a port of at most 65535',
          'COUNTRY_REGISTER_FILE: expected the path of the country register',
          'SCHEMA_FOLDER: expected a folder for the schemas of the countries',
          "HUB_PRIVATE_KEY_FILE: expected the path of the hub's private key, a JWK",
          expect.stringMatching(/^LOG_LEVEL/),
          expect.stringMatching(/^OIDC_ISSUER/),
        ]),
      }),
    );
  });
});
