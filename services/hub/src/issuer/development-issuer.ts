import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { type DataFolder, readIfThere, replaceFile } from '../data-folder';
import { OperatorError } from '../errors';
import { ensureKeyPair, type KeyLife, readPrivateKey, SIGNING_ALGORITHM } from '../secrets';
import { MOST_HOURS, type TokenRequest } from './token-request';

/** The built-in identity provider of one hub: a name of its own, and the audience of its tokens. */
export interface DevelopmentIssuer {
  readonly issuer: string;
  readonly audience: string;
}

/** What the issuer's key signed is good for as long as the longest token. */
export const ISSUER_KEY_LIFE: KeyLife = { validSeconds: MOST_HOURS * 3600 };

type IdentityFiles = DataFolder['identity'];

/** Makes the issuer's name and keys at the first start. The name is unique, so that no hub accepts another one's tokens. */
export async function ensureDevelopmentIssuer(files: IdentityFiles): Promise<DevelopmentIssuer> {
  await ensureKeyPair(files, ISSUER_KEY_LIFE);
  const known = readIssuer(files);
  if (known !== undefined) return known;
  // RFC 2606: no host under .invalid can exist
  const made = { issuer: `https://${randomUUID()}.registry-hub.invalid`, audience: 'registry-hub' };
  replaceFile(files.issuer, `${JSON.stringify(made, undefined, 2)}\n`);
  return made;
}

/**
 * Signs a token of the development issuer.
 *
 * @throws OperatorError when this hub has not been started yet, and so has no issuer.
 */
export async function issueToken(files: IdentityFiles, request: TokenRequest): Promise<string> {
  const known = readIssuer(files);
  const privateKey = readPrivateKey(files.privateKey);
  if (known === undefined || privateKey === undefined) {
    throw new OperatorError(`There is no development issuer in ${files.folder} yet: start the hub once (npm start), or check HUB_DATA.`);
  }
  const { role, country, center, subject, lifetimeSeconds } = request;
  const now = Math.floor(Date.now() / 1000);
  const claims = { roles: [role], ...(country === undefined ? {} : { country }), ...(center === undefined ? {} : { center }) };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, typ: 'JWT', ...(privateKey.kid === undefined ? {} : { kid: privateKey.kid }) })
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
