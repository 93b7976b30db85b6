import { createHash, randomBytes } from 'node:crypto';
import { acceptedIssuer, createTokenVerifier, type VerifyToken } from '@registry-hub/shared/identity';
import { forgeToken, signingKey } from '@registry-hub/shared/testing';
import { decodeJwt, decodeProtectedHeader, type JWK } from 'jose';
import { Browser, type OpenProvider, openProvider } from './testing';

interface Tokens {
  readonly access_token: string;
  readonly id_token?: string;
  readonly error?: string;
}

describe('the development provider', () => {
  let predecessor: JWK;
  let present: JWK;
  let provider: OpenProvider;
  let verify: VerifyToken;

  beforeAll(async () => {
    // the library tells what a development provider need not have: keys and sessions that outlive it
    jest.spyOn(console, 'warn').mockReturnValue();
    [predecessor, present] = await Promise.all([signingKey('ES256', 'predecessor'), signingKey('ES256', 'present')]);
    provider = await openProvider(present, predecessor);
    const settings = { OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: 'registry-hub' };
    verify = createTokenVerifier(acceptedIssuer(settings, { now: Date.now, onFault: () => undefined, answerWithinMs: 60_000 }));
  });
  afterAll(() => provider.close());

  const verifier = randomBytes(32).toString('base64url');

  function authorizationUrl(changes: Readonly<Record<string, string | undefined>> = {}): string {
    const parameters = {
      client_id: 'dashboard',
      response_type: 'code',
      scope: 'openid profile',
      redirect_uri: `${provider.dashboard}/`,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      state: 'as it was',
      ...changes,
    };
    const given = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return `${provider.issuer}/auth?${new URLSearchParams(given)}`;
  }

  async function tokensFor(form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Tokens> {
    const response = await fetch(`${provider.issuer}/token`, { method: 'POST', headers, body: new URLSearchParams(form) });
    return (await response.json()) as Tokens;
  }

  async function signIn(browser: Browser, account: string): Promise<URL> {
    const { url } = await browser.open(authorizationUrl());
    return (await browser.open(url.href, { account })).url;
  }

  function redeem(back: URL, changes: Readonly<Record<string, string>> = {}): Promise<Tokens> {
    const code = back.searchParams.get('code') ?? '';
    const redirect_uri = `${provider.dashboard}/`;
    return tokensFor({ grant_type: 'authorization_code', client_id: 'dashboard', code, redirect_uri, code_verifier: verifier, ...changes });
  }

  it.each([
    ['lead', { subject: 'lead', roles: ['LEAD'] }],
    ['dashboard', { subject: 'dashboard', roles: ['DASHBOARD'] }],
    ['admin', { subject: 'admin', roles: ['ADMIN'] }],
    ['coordinator-fr', { subject: 'coordinator-fr', roles: ['COORDINATOR'], country: 'FR' }],
    ['validator-at', { subject: 'validator-at', roles: ['VALIDATOR'], country: 'AT' }],
    ['center-fr-001', { subject: 'center-fr-001', roles: ['CENTER'], country: 'FR', center: 'FR-001' }],
  ])('signs somebody in as %s, by code and PKCE', async (account, caller) => {
    const back = await signIn(new Browser(provider.issuer), account);
    expect([back.origin, back.pathname, back.searchParams.get('state')]).toEqual([provider.dashboard, '/', 'as it was']);
    const { access_token, id_token } = await redeem(back);
    await expect(verify(`Bearer ${access_token}`)).resolves.toEqual(caller);
    expect(decodeJwt(id_token ?? '')).toMatchObject({ aud: 'dashboard', sub: account, roles: caller.roles });
    await expect(verify(`Bearer ${id_token}`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('knows who is signed in, until he signs out', async () => {
    const browser = new Browser(provider.issuer);
    await signIn(browser, 'lead');
    const again = await browser.open(authorizationUrl({ prompt: 'none' }));
    expect(again.url.searchParams.get('code')).toEqual(expect.any(String));

    const { response } = await browser.open('/session/end');
    const page = await response.text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(await (await browser.open('/session/end/confirm', { xsrf, logout: 'yes' })).response.text()).toMatch('Signed out');
    const after = await browser.open(authorizationUrl({ prompt: 'none' }));
    expect(after.url.searchParams.get('error')).toBe('login_required');
  });

  it('gives a program released figures by client credentials', async () => {
    const authorization = `Basic ${btoa(`dashboard-service:${encodeURIComponent(provider.serviceClientSecret)}`)}`;
    const { access_token } = await tokensFor({ grant_type: 'client_credentials' }, { authorization });
    await expect(verify(`Bearer ${access_token}`)).resolves.toEqual({ subject: 'dashboard-service', roles: ['DASHBOARD'] });
  });

  it.each([
    ['a wrong secret', { authorization: `Basic ${btoa('dashboard-service:guess')}` }, { grant_type: 'client_credentials' }],
    ['no secret', {}, { grant_type: 'client_credentials', client_id: 'dashboard-service' }],
    ['the client that has none', {}, { grant_type: 'client_credentials', client_id: 'dashboard' }],
    ['a password', {}, { grant_type: 'password', client_id: 'dashboard', username: 'lead', password: 'lead' }],
  ])('gives no token for %s', async (_what, headers, form) => {
    const answer = await tokensFor(form, headers);
    expect(answer.error).toEqual(expect.any(String));
    expect(answer.access_token).toBeUndefined();
  });

  it.each([
    ['another verifier', { code_verifier: randomBytes(32).toString('base64url') }],
    ['no verifier', { code_verifier: '' }],
    ['another way back', { redirect_uri: 'https://elsewhere.example/' }],
    ['another client', { client_id: 'dashboard-service' }],
  ])('takes no code with %s', async (_what, changes) => {
    const back = await signIn(new Browser(provider.issuer), 'lead');
    expect((await redeem(back, changes)).access_token).toBeUndefined();
  });

  it('takes a code once', async () => {
    const back = await signIn(new Browser(provider.issuer), 'lead');
    expect((await redeem(back)).access_token).toEqual(expect.any(String));
    expect((await redeem(back)).error).toBe('invalid_grant');
  });

  it.each([
    ['no challenge', { code_challenge: undefined, code_challenge_method: undefined }],
    ['the challenge in clear', { code_challenge_method: 'plain' }],
    ['a token at once', { response_type: 'token' }],
  ])('begins no sign-in with %s', async (_what, changes) => {
    const { url } = await new Browser(provider.issuer).open(authorizationUrl(changes));
    expect(new URLSearchParams(url.search || url.hash.slice(1)).get('error')).toEqual(expect.any(String));
    expect(url.href).not.toMatch('/sign-in/');
  });

  it.each([
    ['https://elsewhere.example/', 'another origin'],
    ['http://127.0.0.1:4000.elsewhere.example/', 'an origin that begins like the right one'],
    ['http://127.0.0.1:4000/elsewhere', 'another path'],
  ])('leads nobody back to %s, %s', async (redirect_uri) => {
    const { url, response } = await new Browser(provider.issuer).open(authorizationUrl({ redirect_uri }));
    expect(url.origin).toBe(provider.issuer);
    expect(response.status).toBe(400);
  });

  it('signs nobody in whose sign-in began elsewhere, and as nobody who is not listed', async () => {
    const browser = new Browser(provider.issuer);
    const { url } = await browser.open(authorizationUrl());
    expect((await new Browser(provider.issuer).open(url.href, { account: 'lead' })).response.status).toBe(400);
    for (const account of ['nobody', '', '__proto__']) expect((await browser.open(url.href, { account })).response.status).toBe(400);
  });

  it('lists the keys whose tokens are good, and nothing that is private', async () => {
    const listed = (await (await fetch(`${provider.issuer}/jwks`)).json()) as { readonly keys: readonly JWK[] };
    expect(listed.keys.map(({ kid, d }) => [kid, d])).toEqual([
      ['present', undefined],
      ['predecessor', undefined],
    ]);
    const token = await forgeToken({ issuer: provider.issuer, audience: 'registry-hub', key: predecessor });
    await expect(verify(`Bearer ${token}`)).resolves.toMatchObject({ roles: ['LEAD'] });
  });

  it('signs with another key as soon as there is one', async () => {
    provider.setKeys(await signingKey('ES256', 'next'), present);
    const { access_token } = await redeem(await signIn(new Browser(provider.issuer), 'lead'));
    provider.setKeys(present, predecessor);
    expect(decodeProtectedHeader(access_token)).toMatchObject({ kid: 'next', typ: 'at+jwt' });
  });

  it('lets the dashboard alone read its answers from a page', async () => {
    const allowed = async (origin: string): Promise<string | null> => {
      const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: 'dashboard', code: 'none' });
      const response = await fetch(`${provider.issuer}/token`, { method: 'POST', headers: { origin }, body });
      return response.headers.get('access-control-allow-origin');
    };
    expect(await allowed(provider.dashboard)).toBe(provider.dashboard);
    expect(await allowed('https://elsewhere.example')).toBeNull();
  });

  it('shows pages that load nothing, run nothing and can not be framed', async () => {
    const { response } = await new Browser(provider.issuer).open(authorizationUrl());
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'none'; style-src 'sha256-[^']+'; form-action 'self' http:\/\/127\.0\.0\.1:4000;/,
    );
    expect(policy).toMatch("frame-ancestors 'none'");
    const page = await response.text();
    expect(page).not.toMatch(/<script|style=|https?:/);
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(page) ?? [];
    expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
    expect(page.match(/<button/g)).toHaveLength(3 + 9 * 3);
  });

  it('answers under the name of its issuer only', async () => {
    const elsewhere = provider.issuer.replace('127.0.0.1', 'localhost');
    expect((await fetch(`${elsewhere}/.well-known/openid-configuration`)).status).toBe(421);
  });
});
