import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { HubError } from '../errors';
import { type Caller, type Role, roles } from '../identity';
import { CallerRates, RegisteredOperations } from './admission';
import { type GraphqlEndpoint, startGraphqlEndpoint } from './graphql-endpoint';
import { operationLimits } from './limits';
import { createLogger } from './logger';

const REGISTERED = 'query Dashboard { name }';
const REGISTERED_CHANGE = 'mutation Dashboard { rename(to: "x") }';
const json = { 'content-type': 'application/json' };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const persisted = (text: string): object => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });

let resolved = 0;
const note = <T>(value: T): T => {
  resolved += 1;
  return value;
};
const schema = buildSchema(
  'type Query { name: String me: Query list: [Query!]! } type Mutation { rename(to: String!, files: [String!]): String }',
);
Object.assign(schema.getQueryType()?.getFields()['name'] ?? {}, { resolve: () => note('Hub') });
Object.assign(schema.getMutationType()?.getFields()['rename'] ?? {}, { resolve: () => note('done') });

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly code: string | undefined;
}

describe('a request to GraphQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'operations-'));
  const file = join(folder, 'operations.json');
  const opened: GraphqlEndpoint[] = [];

  const start = async (options: { rate?: number; safelist?: boolean; introspection?: boolean } = {}): Promise<GraphqlEndpoint> => {
    const endpoint = await startGraphqlEndpoint({
      graph: { schema },
      authenticate: async ({ headers: { authorization = '' } }) => callerOf(authorization),
      createContext: () => ({}),
      limits: { ...operationLimits, cost: 1000 },
      rates: new CallerRates(options.rate ?? 10_000),
      introspection: options.introspection ?? false,
      operations: RegisteredOperations.fromFile(file),
      safelist: options.safelist ?? false,
      logger: createLogger('test', 'silent'),
      version: '0.0.0',
      checkReady: async () => undefined,
      host: '127.0.0.1',
      port: 0,
    });
    opened.push(endpoint);
    return endpoint;
  };

  let hub: GraphqlEndpoint;
  beforeAll(async () => {
    writeFileSync(file, JSON.stringify(Object.fromEntries([REGISTERED, REGISTERED_CHANGE].map((text) => [sha256(text), text]))));
    hub = await start();
  });
  beforeEach(() => {
    resolved = 0;
  });
  afterAll(async () => {
    await Promise.all(opened.map((endpoint) => endpoint.close()));
    rmSync(folder, { recursive: true });
  });

  const send = async (body: unknown, role: Role | 'nobody' = 'LEAD', headers = {}, to: GraphqlEndpoint = hub): Promise<Answer> =>
    read(await fetch(to.graphqlUrl, { method: 'POST', headers: { ...json, authorization: role, ...headers }, body: textOf(body) }));
  const get = async (search: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = json): Promise<Answer> =>
    read(await fetch(`${hub.graphqlUrl}?${new URLSearchParams(search)}`, { headers: { authorization: 'LEAD', ...headers } }));
  const named = (text: string): { extensions: string } => ({ extensions: JSON.stringify(persisted(text)) });

  it('is answered', async () => {
    expect(await send({ query: '{ name }' })).toMatchObject({ status: 200, text: '{"data":{"name":"Hub"}}\n' });
  });

  it.each<[attack: string, body: unknown, status: number, code: string]>([
    ['an array of operations (batching)', [{ query: '{ name }' }, { query: '{ name }' }], 400, 'BAD_REQUEST'],
    ['a depth bomb', { query: `{ ${'me { '.repeat(17)} name ${'} '.repeat(17)} }` }, 400, 'QUERY_TOO_COMPLEX'],
    ['an alias bomb', { query: `{ ${Array.from({ length: 1001 }, (_, n) => `a${n}: name`).join(' ')} }` }, 400, 'QUERY_TOO_COMPLEX'],
    ['lists within lists', { query: '{ list { list { list { list { name } } } } }' }, 400, 'QUERY_TOO_COMPLEX'],
    ['a query of a megabyte', { query: `{ name # ${'x'.repeat(2 ** 20 - 100)}\n }` }, 400, 'QUERY_TOO_COMPLEX'],
    ['a body of more than a megabyte', { query: `{ name # ${'x'.repeat(2 ** 20)}\n }` }, 413, 'BAD_USER_INPUT'],
    ['one operation twice', { query: 'query a { name } query a { name }', operationName: 'a' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['a fragment within itself', { query: '{ ...a } fragment a on Query { name ...a }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['the schema', { query: '{ __schema { types { name } } }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['a query that is no text', { query: { kind: 'Document' } }, 400, 'BAD_REQUEST'],
    ['no query', {}, 400, 'BAD_REQUEST'],
    ['null', null, 400, 'BAD_USER_INPUT'],
    ['half a body', '{"query":', 400, 'BAD_USER_INPUT'],
    ['the hash of another text', { query: '{ name }', extensions: persisted('{ me { name } }') }, 400, 'BAD_USER_INPUT'],
    ['the hash of nothing registered', { extensions: persisted('{ me { name } }') }, 200, 'PERSISTED_QUERY_NOT_FOUND'],
  ])('that sends %s is refused before anything is resolved', async (_, body, status, code) => {
    const answer = await send(body);
    expect(answer).toMatchObject({ status, code });
    expect(resolved).toBe(0);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'that a form of another site could send is refused: %s',
    async (type) => {
      expect(await send({ query: 'mutation { rename(to: "x") }' }, 'LEAD', { 'content-type': type })).toMatchObject({
        status: 400,
        code: 'BAD_REQUEST',
      });
      expect(resolved).toBe(0);
    },
  );

  describe('by GET', () => {
    it('is answered when it names a registered query', async () => {
      expect(await get(named(REGISTERED))).toMatchObject({ status: 200, text: '{"data":{"name":"Hub"}}\n' });
    });

    it.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, number]>([
      ['spells a query out', { query: '{ name }' }, json, 405],
      ['spells a mutation out', { query: 'mutation { rename(to: "x") }' }, json, 405],
      ['names a registered mutation', named(REGISTERED_CHANGE), json, 405],
      ['names what is not registered', named('{ name }'), json, 200],
      ['is as another site could send it', named(REGISTERED), {}, 400],
      ['names nothing that can be read', { extensions: '{' }, json, 400],
    ])('is refused when it %s', async (_, search, headers, status) => {
      const answer = await get(search, headers);
      expect({ status: answer.status, refused: answer.code !== undefined, resolved }).toEqual({ status, refused: true, resolved: 0 });
    });
  });

  describe('with a large body', () => {
    const files = ['x'.repeat(3 * 2 ** 20)];
    const change = { query: 'mutation ($files: [String!]) { rename(to: "x", files: $files) }', variables: { files } };

    it('is a mutation of a coordinator', async () => {
      expect(await send(change, 'COORDINATOR')).toMatchObject({ status: 200, text: '{"data":{"rename":"done"}}\n' });
    });

    it.each<[string, unknown, Role | 'nobody', number]>([
      ['nobody', change, 'nobody', 413],
      ...roles.filter((role) => role !== 'COORDINATOR').map((role) => [role, change, role, 413] as [string, unknown, Role, number]),
      ['a COORDINATOR with a query', { query: 'query ($files: [String!]) { name }', variables: { files } }, 'COORDINATOR', 400],
      ['a COORDINATOR with a long text', { query: `mutation { rename(to: "${files[0]}") }` }, 'COORDINATOR', 400],
    ])('is not of %s', async (_, body, role, status) => {
      expect(await send(body, role)).toMatchObject({ status, code: expect.any(String) });
      expect(resolved).toBe(0);
    });
  });

  describe('one too many', () => {
    it('of one caller is refused, with when to come back, and no other caller is', async () => {
      const strict = await start({ rate: 20 });
      const ask = (role: Role): Promise<Answer> => send({ query: '{ name }' }, role, {}, strict);
      for (let n = 0; n < 20; n += 1) expect((await ask('LEAD')).status).toBe(200);
      const refused = await ask('LEAD');
      expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await ask('ADMIN')).status).toBe(200);
    });

    it('of an address that shows no token is refused sooner', async () => {
      const strict = await start({ rate: 20 });
      const answers = [];
      for (let n = 0; n < 3; n += 1) answers.push(await send({ query: '{ name }' }, 'nobody', {}, strict));
      expect(answers.map(({ code }) => code)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED', 'RATE_LIMITED']);
      expect((await send({ query: '{ name }' }, 'LEAD', {}, strict)).status).toBe(200);
    });
  });

  it('of a DASHBOARD is a registered one, where that is set', async () => {
    const strict = await start({ safelist: true });
    expect((await send({ query: REGISTERED }, 'DASHBOARD', {}, strict)).status).toBe(200);
    expect(await send({ query: `${REGISTERED} ` }, 'DASHBOARD', {}, strict)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect((await send({ query: `${REGISTERED} ` }, 'LEAD', {}, strict)).status).toBe(200);
  });

  it('may be for the schema, where that is set', async () => {
    const open = await start({ introspection: true });
    expect((await send({ query: '{ __schema { types { name } } }' }, 'LEAD', {}, open)).status).toBe(200);
  });

  it('is answered with headers that let a browser do nothing else with it', async () => {
    const { headers } = await send({ query: '{ name }' });
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers.has('x-powered-by')).toBe(false);
  });

  it('finds a register of operations only where every hash is that of its text', () => {
    const wrong = join(folder, 'wrong.json');
    writeFileSync(wrong, JSON.stringify({ [sha256('{ name }')]: '{ me { name } }' }));
    expect(() => RegisteredOperations.fromFile(wrong)).toThrow(/is not the SHA-256/);
  });
});

function callerOf(authorization: string): Caller {
  const role = roles.find((one) => one === authorization);
  if (role === undefined) throw new HubError('UNAUTHENTICATED');
  return { subject: role, roles: [role] };
}

function textOf(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, code: /"code":"(\w+)"/.exec(text)?.[1] };
}
