import { z } from 'zod';
import { readSettings, SettingsError } from './read-settings';
import { logLevelSetting, portSetting, postgresUrlSetting } from './setting-types';

const schema = z.object({ PORT: portSetting.default(4000), DATABASE_URL: postgresUrlSetting, LOG_LEVEL: logLevelSetting.default('info') });

describe('settings', () => {
  it('are read with their defaults; an empty one counts as unset', () => {
    expect(readSettings(schema, { DATABASE_URL: 'postgresql://a:b@localhost/c', PORT: '' })).toEqual({
      PORT: 4000,
      DATABASE_URL: 'postgresql://a:b@localhost/c',
      LOG_LEVEL: 'info',
    });
  });

  it('that make no sense are all named at once', () => {
    const read = (): unknown => readSettings(schema, { PORT: '70000', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud' });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(
      /PORT: expected a port of at most 65535\n\s+DATABASE_URL: expected a PostgreSQL address.*\n\s+LOG_LEVEL: expected one of/,
    );
  });

  it('name a secret file that can not be read', () => {
    expect(() => readSettings(schema, { DATABASE_URL_FILE: '/nowhere/at/all' })).toThrow(/DATABASE_URL_FILE: the file .* can't be read/);
  });
});
