import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type CryptoKey, importJWK, type JWK, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { HubError } from '../errors';
import { ASYMMETRIC_ALGORITHMS } from './token-verifier';

/** The header in which the hub shows a country that a question for partials is its own. */
export const HUB_SIGNATURE_HEADER = 'x-hub-signature';

const HUB_ISSUER = 'registry-hub';
/** A question is answered at once; the rest is clock skew between hub and country. */
const LIFETIME_SECONDS = 60;

/** The question by which the hub learns a country's schema, before any caller is there. */
export const SCHEMA_QUESTION = '{ _service { sdl } }';

/** Signs the text of a question put to some countries, once for all of them. */
export type SignQuestion = (countries: readonly string[], question: string) => Promise<string>;

/** Makes the hub's signer from its private key, a JWK kept in a file. @throws Error when the file holds none */
export async function questionSigner(privateKeyFile: string): Promise<SignQuestion> {
  const jwk = JSON.parse(readFileSync(privateKeyFile, 'utf8')) as JWK;
  const algorithm = jwk.alg ?? (jwk.kty === 'OKP' ? 'EdDSA' : 'ES256');
  const key = (await importJWK(jwk, algorithm)) as CryptoKey;
  return (countries, question) =>
    new SignJWT({ digest: digestOf(question) })
      .setProtectedHeader({ alg: algorithm, ...(jwk.kid === undefined ? {} : { kid: jwk.kid }) })
      .setIssuer(HUB_ISSUER)
      .setAudience([...countries])
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .sign(key);
}

/**
 * Checks that the hub, by a key this country knows, put this very question to this country.
 *
 * @throws HubError FORBIDDEN otherwise
 */
export async function verifyQuestion(
  keys: JWTVerifyGetKey,
  country: string,
  question: string,
  signature: string | undefined,
): Promise<void> {
  const refused = new HubError('FORBIDDEN', 'Partials are given to the hub alone, for a question that it signed.');
  if (signature === undefined) throw refused;
  const { payload } = await jwtVerify(signature, keys, {
    issuer: HUB_ISSUER,
    audience: country,
    algorithms: ASYMMETRIC_ALGORITHMS,
    requiredClaims: ['exp', 'digest'],
    clockTolerance: LIFETIME_SECONDS,
  }).catch(() => {
    throw refused;
  });
  if (payload['digest'] !== digestOf(question)) throw refused;
}

function digestOf(question: string): string {
  return createHash('sha256').update(question).digest('base64url');
}
