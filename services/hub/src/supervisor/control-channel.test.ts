import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '../errors';
import { askToAddCountry, type NewCountry, openControlChannel } from './control-channel';

let folder: string;
let file: string;
let close: () => Promise<void>;
let asked: NewCountry[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-control-'));
  file = join(folder, 'control.json');
  asked = [];
  close = await openControlChannel(file, async (country) => {
    asked.push(country);
    if (country.code === 'FR') throw new OperatorError('FR France is registered already.');
    return { country: { code: country.code, name: country.name, url: 'http://there/graphql' }, served: true };
  });
});

afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

test('a command reaches the hub, and its answer the caller', async () => {
  const joined = { country: { code: 'PL', name: 'Poland', url: 'http://there/graphql' }, served: true };
  await expect(askToAddCountry(file, { code: 'PL', name: 'Poland' })).resolves.toEqual(joined);
  await expect(askToAddCountry(file, { code: 'FR', name: 'France' })).rejects.toThrow('FR France is registered already.');
});

test('who does not know the secret is not heard', async () => {
  const { url } = JSON.parse(readFileSync(file, 'utf8'));
  for (const headers of [{}, { authorization: 'Bearer guess' }]) {
    const response = await fetch(url, { method: 'POST', headers, body: '{"code":"PL","name":"Poland"}' });
    expect(response.status).toBe(401);
  }
  expect(asked).toEqual([]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a hub that has stopped says so', async () => {
  await close();
  expect(existsSync(file)).toBe(false);
  await expect(askToAddCountry(file, { code: 'PL', name: 'Poland' })).rejects.toThrow(/not ready for commands/);
});
