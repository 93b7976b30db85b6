import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countryRegister, writeRegister } from '@registry-hub/shared/register';
import { type DataFolder, dataFolder, prepareDataFolder } from '../data-folder';
import { ensureDevelopmentIssuer } from '../issuer';
import { ensureKeyPair, ensureSecret, HUB_KEY_LIFE } from '../secrets';
import { runCommand } from './run-command';

const poland = { code: 'PL', name: 'Poland', url: 'https://registry.example/graphql' };
const france = { code: 'FR', name: 'France', url: 'http://127.0.0.1:1/graphql' };

describe('hub rotate-keys', () => {
  let data: DataFolder;
  beforeEach(async () => {
    data = dataFolder(mkdtempSync(join(tmpdir(), 'rotate-')));
    prepareDataFolder(data);
    await ensureKeyPair(data.hubKey, HUB_KEY_LIFE);
    await ensureDevelopmentIssuer(data.identity);
    writeRegister(data.countries, countryRegister([france]));
  });
  afterEach(() => rmSync(data.root, { recursive: true }));

  async function hub(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const lines: string[] = [];
    const write = (line: string): void => void lines.push(line);
    const exitCode = await runCommand(words, {
      environment: { HUB_DATA: data.root, HUB_PORT: '0', ...environment },
      out: write,
      err: write,
      findServices: () => ({ national: '', gateway: '' }),
      stopSignal: () => new AbortController().signal,
    });
    return { exitCode, text: lines.join('\n') };
  }
  const rotate = (...words: readonly string[]) => hub(['rotate-keys', ...words]);
  const kids = (file: string): readonly string[] => JSON.parse(readFileSync(file, 'utf8')).keys.map(({ kid }: { kid: string }) => kid);

  it('replaces the keys that it is told to, and no other', async () => {
    const [hubKey] = kids(data.hubKey.publicKeys);
    const [issuerKey] = kids(data.identity.publicKeys);
    const { exitCode, text } = await rotate('--hub');
    expect([exitCode, text]).toEqual([0, expect.stringMatching(/^A new key of the hub signs from now on/)]);
    expect(kids(data.hubKey.publicKeys)).toEqual([expect.not.stringMatching(`^${hubKey}$`), hubKey]);
    expect(kids(data.identity.publicKeys)).toEqual([issuerKey]);
    expect((await rotate('--identity', '--revoke')).exitCode).toBe(0);
    expect(kids(data.identity.publicKeys)).toEqual([expect.not.stringMatching(`^${issuerKey}$`)]);
  });

  it('waits until a country elsewhere could be given the next key', async () => {
    writeRegister(data.countries, countryRegister([france, poland]));
    expect(await rotate('--hub')).toEqual({ exitCode: 1, text: expect.stringMatching(/^Poland: runs elsewhere.*--announce.*jwks\.json/) });
    const [present] = kids(data.hubKey.publicKeys);
    expect((await rotate('--hub', '--announce')).exitCode).toBe(0);
    const [first, next] = kids(data.hubKey.publicKeys);
    expect(first).toBe(present);
    expect((await rotate('--hub')).exitCode).toBe(0);
    expect(kids(data.hubKey.publicKeys)).toEqual([next, present]);
  });

  it.each([
    ['nothing', [], {}, /Expected --hub, --identity, or both/],
    ['both an announcement and a revocation', ['--hub', '--announce', '--revoke'], {}, /leave out --announce/],
    ["another provider's key", ['--identity'], { OIDC_ISSUER: 'https://id.example' }, /OIDC_ISSUER is set; https:\/\/id\.example/],
  ])('refuses %s', async (_name, words, environment, sentence) => {
    expect(await hub(['rotate-keys', ...words], environment)).toEqual({ exitCode: 1, text: expect.stringMatching(sentence) });
  });

  it('needs a hub that was started once', async () => {
    rmSync(data.hubKey.privateKey);
    expect(await rotate('--hub')).toEqual({ exitCode: 1, text: expect.stringMatching(/start the hub once/) });
  });

  it.each([
    ["the hub's key", () => data.hubKey.privateKey],
    ["the issuer's key", () => data.identity.privateKey],
    ["the database's password", () => (ensureSecret(join(data.secrets, 'postgres.password')), join(data.secrets, 'postgres.password'))],
  ])('no hub starts while others can read %s', async (_name, exposed) => {
    const file = exposed();
    chmodSync(file, 0o640);
    expect(await hub(['start'])).toEqual({
      exitCode: 1,
      text: expect.stringContaining(
        `${file} holds a secret that others can read (mode 0640): set its mode to 0600, as by chmod 600 ${file}.`,
      ),
    });
  });
});
