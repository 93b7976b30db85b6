import { CompactSign, generateKeyPair, importJWK, type JWK, type JWTHeaderParameters } from 'jose';

/** An issuer as an attacker would like to be it, and as a test is. */
export interface AttackedIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** Its private key, with `alg` and `kid`. */
  readonly key: JWK;
}

export interface Forgery {
  readonly header?: Partial<JWTHeaderParameters>;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signs with a key of the attacker's own. */
  readonly foreign?: true;
}

const LIFETIME_SECONDS = 300;

/** A token of this issuer for a lead, or what a forger makes of it. */
export async function forgeToken(attacked: AttackedIssuer, { header, claims, foreign }: Forgery = {}): Promise<string> {
  const { alg = 'ES256', kid } = attacked.key;
  const key = foreign ? (await generateKeyPair(alg)).privateKey : await importJWK(attacked.key, alg);
  return new CompactSign(Buffer.from(JSON.stringify({ ...leadsClaims(attacked), ...claims })))
    .setProtectedHeader({ alg, ...(kid === undefined ? {} : { kid }), ...header })
    .sign(key, { crit: { 'urn:example:crit': true } });
}

/** What a good token says. */
export function leadsClaims({ issuer, audience }: AttackedIssuer): Readonly<Record<string, unknown>> {
  return { iss: issuer, aud: audience, sub: 'mallory', roles: ['LEAD'], exp: secondsNow() + LIFETIME_SECONDS };
}

/** Seconds since 1970, as RFC 7519 counts. */
export function secondsNow(): number {
  return Math.floor(Date.now() / 1000);
}
