import { type CompactJWSHeaderParameters, CompactSign, decodeJwt, decodeProtectedHeader, generateKeyPair } from 'jose';
import type { Check } from '../check';
import { expectSame, expectThat, NotTried } from '../deviation';
import type { RegistryUnderTest } from '../registry-under-test';

/** What is sent as `Authorization`, made from a good token. */
type Bend = (token: string, registry: RegistryUnderTest) => string | undefined | Promise<string | undefined>;

function parts(token: string): readonly [header: string, payload: string, signature: string] {
  const [header, payload, signature] = token.split('.');
  if (header === undefined || payload === undefined || signature === undefined) throw new NotTried('the given token is no JWT');
  return [header, payload, signature];
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The same claims, or others, signed by a key that nobody knows. */
async function resigned(token: string, claims: object = {}): Promise<string> {
  const { kid } = decodeProtectedHeader(token);
  const { privateKey } = await generateKeyPair('ES256');
  const header: CompactJWSHeaderParameters = { alg: 'ES256', ...(kid !== undefined && { kid }) };
  const payload = Buffer.from(JSON.stringify({ ...decodeJwt(token), ...claims }));
  return new CompactSign(payload).setProtectedHeader(header).sign(privateKey);
}

const bends: readonly (readonly [id: string, what: string, bend: Bend])[] = [
  ['no-token', 'no token', () => undefined],
  ['other-scheme', 'another scheme than Bearer', (token) => `Basic ${token}`],
  ['no-jwt', 'a token that is none', () => 'Bearer registry'],
  ['expired', 'a token that has expired', async (_, registry) => `Bearer ${await registry.tokenOf('expired')}`],
  [
    'signature',
    'a token whose signature is another',
    (token) => {
      const [header, payload, signature] = parts(token);
      return `Bearer ${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    },
  ],
  [
    'claims',
    'a token whose claims are others than were signed',
    (token) => {
      const [header, , signature] = parts(token);
      return `Bearer ${header}.${encoded({ ...decodeJwt(token), roles: ['ADMIN'] })}.${signature}`;
    },
  ],
  [
    'alg-none',
    'an unsigned token, alg: none',
    (token) => {
      const { kid } = decodeProtectedHeader(token);
      return `Bearer ${encoded({ alg: 'none', ...(kid !== undefined && { kid }) })}.${parts(token)[1]}.`;
    },
  ],
  ['foreign-key', 'a token signed by a foreign key under a known id', async (token) => `Bearer ${await resigned(token)}`],
  ['foreign-issuer', 'a token of another issuer', async (token) => `Bearer ${await resigned(token, { iss: 'https://elsewhere.example' })}`],
];

/** Doors beside GraphQL that are closed without a token. */
const doors = [
  ['POST', 'partial'],
  ['POST', 'import'],
  ['GET', 'export'],
] as const;

/** Who is let in: the registry verifies tokens itself. */
export const authenticationChecks: readonly Check[] = [
  ...bends.map(
    ([id, what, bend]): Check => ({
      id: `authentication.${id}`,
      sentence: `${what.charAt(0).toUpperCase()}${what.slice(1)} is UNAUTHENTICATED.`,
      run: async (registry) => {
        const { codes, data } = await registry.askWith(
          await bend(await registry.tokenOf('lead'), registry),
          `{ ${registry.field} { code } }`,
        );
        expectSame(['UNAUTHENTICATED'], codes);
        expectThat(data === undefined || data === null, 'no data', data);
      },
    }),
  ),
  ...doors.map(
    ([method, path]): Check => ({
      id: `authentication.${path}`,
      sentence: `${method} /${path} is UNAUTHENTICATED without a token, with status 401.`,
      run: async (registry) => {
        const { status, codes } = await registry.door(path, { method, ...(method === 'POST' && { body: '{}' }) });
        expectSame({ status: 401, codes: ['UNAUTHENTICATED'] }, { status, codes });
      },
    }),
  ),
];
