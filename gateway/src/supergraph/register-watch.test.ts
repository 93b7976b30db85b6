import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CountryRegister, countryRegister, writeRegister } from '@registry-hub/shared/register';
import { createLogger } from '@registry-hub/shared/server';
import { watchRegister } from './register-watch';

const france = { code: 'FR', name: 'France', url: 'http://127.0.0.1:1/graphql' };
const poland = { code: 'PL', name: 'Poland', url: 'http://127.0.0.1:2/graphql' };

describe('watching the register', () => {
  const folder = mkdtempSync(join(tmpdir(), 'register-'));
  const file = join(folder, 'countries.json');
  const logger = createLogger('test', 'silent');
  const change = (since: CountryRegister) =>
    new Promise<CountryRegister>((resolve) => {
      const stop = watchRegister(
        file,
        since,
        (register) => {
          stop();
          resolve(register);
        },
        logger,
      );
    });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('tells a country that joined before the watch began, or after', async () => {
    writeRegister(file, countryRegister([france]));
    const one = await change(countryRegister([]));
    expect(one).toEqual(countryRegister([france]));
    const next = change(one);
    writeRegister(file, countryRegister([france, poland]));
    expect(await next).toEqual(countryRegister([france, poland]));
  });

  it('tells nothing of a register that can not be read, and goes on', async () => {
    writeFileSync(file, '{ "countries": [');
    const faults = jest.spyOn(logger, 'error');
    const next = change(countryRegister([france]));
    while (faults.mock.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    writeRegister(file, countryRegister([poland]));
    expect(await next).toEqual(countryRegister([poland]));
    expect(faults).toHaveBeenCalledTimes(1);
  });
});
