import { createHmac, createPublicKey } from 'node:crypto';
import { CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { type AttackedIssuer, type Forgery, forgeToken, leadsClaims, secondsNow } from './forge-token';

export interface TokenAttack {
  readonly name: string;
  /** The `Authorization` header that is sent. */
  readonly authorization: (attacked: AttackedIssuer) => Promise<string | undefined>;
}

const MINUTE = 60;

/** Every way in which a token is known to be forged or bent, each refused as UNAUTHENTICATED by a verifier that holds. */
export const tokenAttacks: readonly TokenAttack[] = [
  { name: 'no token', authorization: async () => undefined },
  { name: 'another scheme than Bearer', authorization: async (attacked) => `Basic ${await forgeToken(attacked)}` },
  { name: 'a token without its scheme', authorization: (attacked) => forgeToken(attacked) },
  { name: 'two tokens in one header', authorization: async (attacked) => `${await bearer(attacked)}, ${await bearer(attacked)}` },
  { name: 'an encrypted token of five parts', authorization: async (attacked) => `${await bearer(attacked)}.e30.e30` },
  ...['none', 'None', 'nOnE', ''].map((alg) => unsigned(alg)),
  resigned('alg: none over a good signature', (parts) => [encoded({ alg: 'none' }), parts.payload, parts.signature]),
  resigned('a signature that was left out', (parts) => [parts.header, parts.payload, '']),
  resigned('a signature of zeros (CVE-2022-21449)', (parts) => [parts.header, parts.payload, Buffer.alloc(64).toString('base64url')]),
  resigned('a role in an unsigned claim', (parts) => [parts.header, withClaims(parts.payload, { roles: ['ADMIN'] }), parts.signature]),
  resigned('another expiry in an unsigned claim', (parts) => [parts.header, withClaims(parts.payload, { exp: 4e9 }), parts.signature]),
  ...confusions(),
  forged('expired', { claims: { exp: secondsNow() - 10 * MINUTE } }),
  forged('not yet valid', { claims: { nbf: secondsNow() + 10 * MINUTE } }),
  forged('without an expiry', { claims: { exp: undefined } }),
  forged('with an expiry in words', { claims: { exp: 'never' } }),
  forged('of a foreign issuer', { claims: { iss: 'https://elsewhere.example' } }),
  forged('of several issuers', { claims: { iss: ['https://elsewhere.example'] } }),
  forged('without an issuer', { claims: { iss: undefined } }),
  { name: 'of an issuer that differs by a slash', authorization: async (at) => bearer(at, { claims: { iss: `${at.issuer}/` } }) },
  forged('for a foreign audience', { claims: { aud: 'dashboard' } }),
  forged('for no audience', { claims: { aud: undefined } }),
  forged('signed by a foreign key under our kid', { foreign: true }),
  ...[
    '../../../../etc/passwd',
    '/dev/null',
    'file:///proc/self/environ',
    'https://elsewhere.example/jwks.json',
    "' or 1=1 --",
    '__proto__',
    'constructor',
    '\u0000',
  ].map((kid) => forged(`with the kid ${JSON.stringify(kid)}`, { header: { kid }, foreign: true })),
  forged('with keys at an address of its own (jku)', { header: { jku: 'http://127.0.0.1:9/jwks.json', kid: 'own' }, foreign: true }),
  forged('with a certificate at an address of its own (x5u)', { header: { x5u: 'http://127.0.0.1:9/cert.pem' }, foreign: true }),
  { name: 'with its own key inside (jwk)', authorization: withEmbeddedKey },
  forged('with an extension that is critical and not known', { header: { crit: ['urn:example:crit'], 'urn:example:crit': true } }),
  ...[
    'LEAD',
    { 0: 'LEAD', length: 1 },
    [['LEAD']],
    [{ name: 'LEAD' }],
    ['lead'],
    ['ROOT'],
    ['__proto__', 'constructor', 'toString'],
    ['LEAD ADMIN'],
    [],
    null,
    true,
    undefined,
  ].map((roles) => forged(`with the roles ${JSON.stringify(roles)}`, { claims: { roles } })),
  ...['fr', '__proto__', 'constructor', 'FRA', 'FR\n', '', ['FR'], { code: 'FR' }, 33, true].map((country) =>
    forged(`with the country ${JSON.stringify(country)}`, { claims: { country } }),
  ),
  ...['fr-001', 'FR-1', '__proto__', 'FR-001\n', ['FR-001'], 1].map((center) =>
    forged(`with the centre ${JSON.stringify(center)}`, { claims: { center } }),
  ),
  forged("with another country's centre", { claims: { country: 'FR', center: 'DE-001' } }),
  ...['', 7, null, undefined].map((sub) => forged(`with the subject ${JSON.stringify(sub)}`, { claims: { sub: sub } })),
  { name: 'with roles on the prototype', authorization: withPrototype },
  forged('of nine thousand characters', { claims: { note: 'x'.repeat(9000) } }),
];

async function bearer(attacked: AttackedIssuer, forgery: Forgery = {}): Promise<string> {
  return `Bearer ${await forgeToken(attacked, forgery)}`;
}

function forged(name: string, forgery: Forgery): TokenAttack {
  return { name, authorization: (attacked) => bearer(attacked, forgery) };
}

function unsigned(alg: string): TokenAttack {
  return {
    name: `unsigned, as alg: "${alg}"`,
    authorization: async (attacked) => `Bearer ${encoded({ alg })}.${encoded(leadsClaims(attacked))}.`,
  };
}

interface TokenParts {
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
}

/** A good token, taken apart and put together again. */
function resigned(name: string, change: (parts: TokenParts) => readonly string[]): TokenAttack {
  return {
    name,
    authorization: async (attacked) => {
      const [header = '', payload = '', signature = ''] = (await forgeToken(attacked)).split('.');
      return `Bearer ${change({ header, payload, signature }).join('.')}`;
    },
  };
}

/** The public key, which everybody has, used as the secret of a symmetric algorithm: a verifier that goes by the token's `alg` takes it. */
function confusions(): readonly TokenAttack[] {
  const secrets: Readonly<Record<string, (key: JWK) => string | Buffer>> = {
    PEM: (key) => publicKey(key).export({ type: 'spki', format: 'pem' }),
    DER: (key) => publicKey(key).export({ type: 'spki', format: 'der' }),
    JWK: (key) => JSON.stringify(publicKey(key).export({ format: 'jwk' })),
    'empty secret': () => '',
  };
  const hashes = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };
  return Object.entries(hashes).flatMap(([alg, hash]) =>
    Object.entries(secrets).map(([form, secretOf]) => ({
      name: `${alg} with the public key as its secret (${form})`,
      authorization: async (attacked: AttackedIssuer) => {
        const { kid } = attacked.key;
        const signed = `${encoded({ alg, kid })}.${encoded(leadsClaims(attacked))}`;
        return `Bearer ${signed}.${createHmac(hash, secretOf(attacked.key)).update(signed).digest('base64url')}`;
      },
    })),
  );
}

function publicKey(key: JWK): ReturnType<typeof createPublicKey> {
  return createPublicKey({ key: { ...key }, format: 'jwk' });
}

async function withEmbeddedKey(attacked: AttackedIssuer): Promise<string> {
  const { alg = 'ES256', kid } = attacked.key;
  const own = await generateKeyPair(alg, { extractable: true });
  const header = { alg, ...(kid === undefined ? {} : { kid }), jwk: await exportJWK(own.publicKey) };
  const payload = Buffer.from(JSON.stringify(leadsClaims(attacked)));
  return `Bearer ${await new CompactSign(payload).setProtectedHeader(header).sign(own.privateKey)}`;
}

async function withPrototype(attacked: AttackedIssuer): Promise<string> {
  const { alg = 'ES256', kid } = attacked.key;
  const { roles: _left, ...claims } = leadsClaims(attacked);
  const payload = JSON.stringify(claims).replace('{', '{"__proto__":{"roles":["ADMIN"]},');
  const header = { alg, ...(kid === undefined ? {} : { kid }) };
  return `Bearer ${await new CompactSign(Buffer.from(payload)).setProtectedHeader(header).sign(await importJWK(attacked.key, alg))}`;
}

function withClaims(payload: string, claims: Readonly<Record<string, unknown>>): string {
  return encoded({ ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as Readonly<Record<string, unknown>>), ...claims });
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
