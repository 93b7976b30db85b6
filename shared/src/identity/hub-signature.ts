import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { type JWK, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { HubError } from '../errors';
import { followFile, readPrivateFile } from '../secrets';
import { ASYMMETRIC_ALGORITHMS } from './token-verifier';

/** The header in which the hub shows a country that a question for partials is its own. */
export const HUB_SIGNATURE_HEADER = 'x-hub-signature';

const HUB_ISSUER = 'registry-hub';
/** A question is answered at once; the rest is clock skew between hub and country. */
const LIFETIME_SECONDS = 60;
/** For so long after it was made a signature may be accepted: its lifetime, and the clocks' difference. */
export const HUB_SIGNATURE_VALID_SECONDS = 2 * LIFETIME_SECONDS;

/** The question by which the hub learns a country's schema, before any caller is there. */
export const SCHEMA_QUESTION = '{ _service { sdl } }';

/** Signs the text of a question put to some countries, once for all of them. */
export type SignQuestion = (countries: readonly string[], question: string) => Promise<string>;

/**
 * Makes the hub's signer from its private key, a JWK kept in a file. When the file is replaced, the next question is signed with
 * the new key.
 *
 * @throws Error when the file holds none, or others than its owner can read it
 */
export function questionSigner(privateKeyFile: string): SignQuestion {
  const signingKey = followFile(privateKeyFile, readSigningKey);
  return (countries, question) => {
    const { key, header } = signingKey();
    return new SignJWT({ digest: digestOf(question) })
      .setProtectedHeader(header)
      .setIssuer(HUB_ISSUER)
      .setAudience([...countries])
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .sign(key);
  };
}

interface SigningKey {
  readonly key: KeyObject;
  readonly header: { readonly alg: string; readonly kid?: string };
}

function readSigningKey(file: string): SigningKey {
  const jwk = JSON.parse(readPrivateFile(file)) as JWK;
  const { alg = jwk.kty === 'OKP' ? 'EdDSA' : 'ES256', kid } = jwk;
  return { key: createPrivateKey({ key: jwk, format: 'jwk' }), header: { alg, ...(kid === undefined ? {} : { kid }) } };
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
