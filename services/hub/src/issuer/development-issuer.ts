import { randomUUID } from 'node:crypto';
import { claimsOf } from '@registry-hub/shared/identity';
import { importJWK, SignJWT } from 'jose';
import { type DataFolder, readIfThere, replaceFile } from '../data-folder';
import { OperatorError } from '../errors';
import { ensureKeyPair, type KeyLife, readPrivateKey, SIGNING_ALGORITHM } from '../secrets';
import type { NameIssuer } from './name-issuer';
import { MOST_HOURS, type TokenRequest } from './token-request';

/** The development provider of one hub: a name of its own, and the audience of its tokens. */
export interface DevelopmentIssuer {
  readonly issuer: string;
  readonly audience: string;
}

/** What the issuer's key signed is good for as long as the longest token. */
export const ISSUER_KEY_LIFE: KeyLife = { validSeconds: MOST_HOURS * 3600 };

type IdentityFiles = DataFolder['identity'];

/** Makes the issuer's keys at the first start, and its name when there is none, or none that can be kept. */
export async function ensureDevelopmentIssuer(files: IdentityFiles, nameIssuer: NameIssuer): Promise<DevelopmentIssuer> {
  await ensureKeyPair(files, ISSUER_KEY_LIFE);
  const known = readIssuer(files);
  const named = { issuer: await nameIssuer(known?.issuer), audience: 'registry-hub' };
  if (named.issuer !== known?.issuer) replaceFile(files.issuer, `${JSON.stringify(named, undefined, 2)}\n`);
  return named;
}

/**
 * Signs a token as the development provider does, by its key and in its name.
 *
 * @throws OperatorError when this hub has not been started yet, and so has no issuer.
 */
export async function issueToken(files: IdentityFiles, request: TokenRequest): Promise<string> {
  const known = readIssuer(files);
  const privateKey = readPrivateKey(files.privateKey);
  if (known === undefined || privateKey === undefined) {
    throw new OperatorError(`There is no development issuer in ${files.folder} yet: start the hub once (npm start), or check HUB_DATA.`);
  }
  const { role, subject, lifetimeSeconds, ...place } = request;
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ ...claimsOf({ roles: [role], ...place }) })
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, typ: 'at+jwt', ...(privateKey.kid === undefined ? {} : { kid: privateKey.kid }) })
    .setSubject(subject)
    .setIssuer(known.issuer)
    .setAudience(known.audience)
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + lifetimeSeconds)
    .sign(await importJWK(privateKey, SIGNING_ALGORITHM));
}

function readIssuer(files: IdentityFiles): DevelopmentIssuer | undefined {
  const text = readIfThere(files.issuer);
  return text === undefined ? undefined : (JSON.parse(text) as DevelopmentIssuer);
}
