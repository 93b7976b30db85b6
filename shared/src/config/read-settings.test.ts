import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it('name a secret file that others can read, and the mode to set', () => {
    const folder = mkdtempSync(join(tmpdir(), 'settings-'));
    const file = join(folder, 'database-url');
    writeFileSync(file, 'postgresql://a:b@localhost/c');
    chmodSync(file, 0o640);
    expect(() => readSettings(schema, { DATABASE_URL_FILE: file })).toThrow(
      `DATABASE_URL_FILE: ${file} holds a secret that others can read (mode 0640): set its mode to 0600, as by chmod 600 ${file}.`,
    );
    chmodSync(file, 0o600);
    expect(readSettings(schema, { DATABASE_URL_FILE: file }).DATABASE_URL).toBe('postgresql://a:b@localhost/c');
    rmSync(folder, { recursive: true });
  });
});
