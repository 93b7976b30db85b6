import { SettingsError } from '@registry-hub/shared/config';
import { dataFolder } from '../data-folder';
import { readHubSettings } from './hub-settings';

describe('readHubSettings', () => {
  test('an empty environment gives the defaults', () => {
    expect(readHubSettings({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      data: dataFolder('.data'),
      seed: 'published',
      logLevel: 'info',
      identity: { kind: 'DEVELOPMENT' },
      databases: { byCountry: new Map() },
      extensions: new Map(),
      clientTls: {},
    });
  });

  test('databases: one server for all, and single countries elsewhere', () => {
    const { databases } = readHubSettings({
      DATABASE_URL: 'postgres://a@db/x',
      DATABASE_URL_FR: 'postgresql://b@fr/y',
      DATABASE_URL_DE: '',
      DATABASE_URL_HUB: 'postgresql://c@hub/z',
    });
    expect(databases).toEqual({
      server: 'postgres://a@db/x',
      hub: 'postgresql://c@hub/z',
      byCountry: new Map([['FR', 'postgresql://b@fr/y']]),
    });
  });

  test('extensions: of single countries, those that are named', () => {
    expect(readHubSettings({ EXTENSIONS_FR: 'french-observatory', EXTENSIONS_DE: 'none' }).extensions).toEqual(
      new Map([
        ['DE', 'none'],
        ['FR', 'french-observatory'],
      ]),
    );
  });

  test('with an identity provider nothing is imported at the first start, since the hub can sign no token', () => {
    const settings = readHubSettings({ OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'registries' });
    expect(settings.identity).toEqual({ kind: 'PROVIDER', issuer: 'https://id.example', audience: 'registries' });
    expect(settings.seed).toBe('none');
  });

  test('in production the development provider runs only when somebody says so', () => {
    const production = { NODE_ENV: 'production' };
    expect(faultsOf(production)).toEqual([
      'OIDC_ISSUER: with NODE_ENV=production set it to your identity provider: the development provider, in which anybody can be ' +
        'anybody, runs there only with ALLOW_DEVELOPMENT_IDENTITY=true',
    ]);
    expect(readHubSettings({ ...production, OIDC_ISSUER: 'https://id.example' }).identity.kind).toBe('PROVIDER');
    expect(readHubSettings({ ...production, ALLOW_DEVELOPMENT_IDENTITY: 'true' }).identity.kind).toBe('DEVELOPMENT');
  });

  test.each([
    ['ALLOW_DEVELOPMENT_IDENTITY', 'yes'],
    ['HUB_PORT', 'http'],
    ['HUB_PORT', '70000'],
    ['HUB_PORT', '-1'],
    ['HUB_PORT', '40.5'],
    ['HUB_HOST', 'not a host'],
    ['HUB_SEED', 'everything'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://db/x'],
    ['DATABASE_URL_FR', 'nowhere'],
    ['DATABASE_URL_HUB', 'nowhere'],
    ['EXTENSIONS_FR', 'Not A Name'],
    ['EXTENSIONS_FRANCE', 'none'],
    ['DISCLOSURE_LEAD_THRESHOLD', '4'],
    ['DATABASE_URL_XX', 'postgresql://db/x'],
    ['DATABASE_URL_fr', 'postgresql://db/x'],
    ['DATABASE_URL_POOL', 'postgresql://db/x'],
    ['OIDC_ISSUER', 'ftp://id.example'],
    ['OIDC_AUDIENCE', 'registries'],
  ])('%s=%s makes no sense', (name, value) => {
    expect(() => readHubSettings({ [name]: value })).toThrow(new RegExp(`^ +${name}: .+`, 'm'));
  });

  test('all faults are told at once, contradictions included', () => {
    const environment = {
      HUB_PORT: 'http',
      HUB_SEED: 'published',
      OIDC_ISSUER: 'https://id.example',
      DATABASE_URL_XX: 'postgresql://db/x',
    };
    const faults = faultsOf(environment).map((fault) => fault.split(':')[0]);
    expect(faults.toSorted()).toEqual(['DATABASE_URL_XX', 'HUB_PORT', 'HUB_SEED']);
  });
});

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readHubSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}
