import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTokenVerifier, keysOfFile, type VerifyToken } from '@registry-hub/shared/identity';
import { type DataFolder, dataFolder, prepareDataFolder } from '../data-folder';
import { ensureDevelopmentIssuer, issueToken } from './development-issuer';
import { servedIssuer, unservedIssuer } from './name-issuer';
import { tokenRequest } from './token-request';

const folders: string[] = [];

function emptyHub(): DataFolder {
  const data = dataFolder(mkdtempSync(join(tmpdir(), 'hub-issuer-')));
  folders.push(data.root);
  prepareDataFolder(data);
  return data;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

async function verifierOf({ identity }: DataFolder): Promise<VerifyToken> {
  const issuer = await ensureDevelopmentIssuer(identity, unservedIssuer);
  return createTokenVerifier({ ...issuer, keys: keysOfFile(identity.publicKeys) });
}

test('a token says who its holder is, to this hub and no other', async () => {
  const [hub, otherHub] = [emptyHub(), emptyHub()];
  const verify = await verifierOf(hub);
  const verifyElsewhere = await verifierOf(otherHub);

  const token = await issueToken(hub.identity, tokenRequest({ role: 'center', center: 'FR-001' }));

  await expect(verify(`Bearer ${token}`)).resolves.toEqual({
    subject: 'center-fr-001',
    roles: ['CENTER'],
    country: 'FR',
    center: 'FR-001',
  });
  await expect(verifyElsewhere(`Bearer ${token}`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('the issuer outlives a restart: an earlier token stays good', async () => {
  const hub = emptyHub();
  const first = await ensureDevelopmentIssuer(hub.identity, servedIssuer);
  const token = await issueToken(hub.identity, tokenRequest({ role: 'lead' }));
  const verify = await verifierOf(hub);
  expect(await ensureDevelopmentIssuer(hub.identity, servedIssuer)).toEqual(first);
  await expect(verify(`Bearer ${token}`)).resolves.toMatchObject({ roles: ['LEAD'] });
});

test('the private key is for its owner alone, and is not among the public ones', async () => {
  const { identity } = emptyHub();
  await ensureDevelopmentIssuer(identity, unservedIssuer);
  expect(statSync(identity.privateKey).mode & 0o777).toBe(0o600);
  const { keys } = JSON.parse(readFileSync(identity.publicKeys, 'utf8'));
  expect(keys).toEqual([
    { kty: 'EC', crv: 'P-256', x: expect.any(String), y: expect.any(String), kid: expect.any(String), alg: 'ES256', use: 'sig' },
  ]);
});

test('a hub that was never started has no issuer', async () => {
  await expect(issueToken(emptyHub().identity, tokenRequest({ role: 'lead' }))).rejects.toThrow(/start the hub once/);
});
