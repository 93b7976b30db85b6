import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countryRegister, readRegister, writeRegister } from './country-register';

const france = { code: 'FR', name: 'France', url: 'http://127.0.0.1:1/graphql' };
const austria = { code: 'AT', name: 'Austria', url: 'http://127.0.0.1:2/graphql' };

describe('country register', () => {
  it('keeps countries in code order, through its file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'register-'));
    const file = join(folder, 'deep', 'countries.json');
    writeRegister(file, countryRegister([france, austria]));
    expect(readRegister(file).countries).toEqual([austria, france]);
    writeFileSync(file, '{"countries":[{"code":"fr","name":"France","url":"ftp://x"}]}');
    expect(() => readRegister(file)).toThrow(/no country register/);
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['the same code', { ...austria, code: 'FR' }, 'FR France is registered already'],
    ['the same type name', { ...france, code: 'XF' }, 'FR France is registered already'],
    ['a name that is no name of a type', { ...austria, name: '1st' }, 'must begin with a letter'],
  ])('refuses two with %s', (_what, other, message) => {
    expect(() => countryRegister([france, other])).toThrow(message);
  });
});
