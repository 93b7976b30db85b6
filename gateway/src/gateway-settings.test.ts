import { disclosureSettingsOf, readSettings } from '@registry-hub/shared/config';
import { commonDisclosureSettings } from '@registry-hub/shared/domain';
import { gatewaySettingsSchema } from './gateway-settings';

const environment = {
  COUNTRY_REGISTER_FILE: 'c.json',
  SCHEMA_FOLDER: 's',
  HUB_PRIVATE_KEY_FILE: 'k',
  OIDC_ISSUER: 'urn:x',
  DATABASE_URL: 'postgresql://hub@localhost/hub',
};

describe("the gateway's settings", () => {
  it('have defaults where one can be told', () => {
    expect(readSettings(gatewaySettingsSchema, environment)).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 4000,
      LOG_LEVEL: 'info',
      OIDC_AUDIENCE: 'registry-hub',
      DISCLOSURE_MEMORY_COHORTS: 50,
      DISCLOSURE_MEMORY_DAYS: 365,
    });
    expect(disclosureSettingsOf(readSettings(gatewaySettingsSchema, environment))).toEqual(commonDisclosureSettings);
  });

  it.each([
    ['DISCLOSURE_DASHBOARD_THRESHOLD', '9', /expected a whole number from 10 to 1000/],
    ['DISCLOSURE_LEAD_THRESHOLD', '4', /expected a whole number from 5 to 1000/],
    ['DISCLOSURE_COORDINATOR_THRESHOLD', '5.5', /expected a whole number from 5 to 1000/],
    ['DISCLOSURE_EXTREMES', 'maybe', /expected release or suppress/],
    ['DISCLOSURE_DIFFERENCING', 'ignore', /expected flag or refuse/],
    ['DISCLOSURE_MEMORY_COHORTS', '0', /expected a whole number from 10 to 500/],
    ['DISCLOSURE_MEMORY_DAYS', 'ever', /expected a whole number from 1 to 3650/],
  ])('%s=%s makes no sense', (name, value, message) => {
    expect(() => readSettings(gatewaySettingsSchema, { ...environment, [name]: value })).toThrow(message);
  });

  it('make the rules stricter', () => {
    const stricter = {
      DISCLOSURE_DASHBOARD_THRESHOLD: '20',
      DISCLOSURE_LEAD_THRESHOLD: '7',
      DISCLOSURE_COORDINATOR_THRESHOLD: '8',
      DISCLOSURE_EXTREMES: 'suppress',
      DISCLOSURE_DIFFERENCING: 'refuse',
    };
    expect(disclosureSettingsOf(readSettings(gatewaySettingsSchema, { ...environment, ...stricter }))).toEqual({
      dashboardThreshold: 20,
      leadThreshold: 7,
      coordinatorThreshold: 8,
      extremesReleased: false,
      differencingRefused: true,
    });
  });

  it('are refused with all faults at once', () => {
    expect(() => readSettings(gatewaySettingsSchema, { PORT: '70000', LOG_LEVEL: 'loud' })).toThrow(
      expect.objectContaining({
        faults: expect.arrayContaining([
          'PORT: expected a port of at most 65535',
          'COUNTRY_REGISTER_FILE: expected the path of the country register',
          'SCHEMA_FOLDER: expected a folder for the schemas of the countries',
          expect.stringMatching(/^DATABASE_URL: expected a PostgreSQL address/),
          "HUB_PRIVATE_KEY_FILE: expected the path of the hub's private key, a JWK",
          expect.stringMatching(/^LOG_LEVEL/),
          expect.stringMatching(/^OIDC_ISSUER/),
        ]),
      }),
    );
  });
});
