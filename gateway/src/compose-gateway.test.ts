import { readdirSync } from 'node:fs';
import { FakeCountry } from './testing/fake-country';
import { eventually, TestGateway } from './testing/test-gateway';

const REGISTRIES = '{ countries { code status { state } registry { registeredCases } } }';

describe('the gateway over national subgraphs', () => {
  const austria = new FakeCountry({ code: 'AT', name: 'Austria' });
  const france = new FakeCountry({ code: 'FR', name: 'France' });
  const kingdom = new FakeCountry({ code: 'GB', name: 'United Kingdom' });
  const hub = new TestGateway();

  beforeAll(async () => {
    hub.register(await austria.start(), await france.start(), await kingdom.start());
    await hub.start();
    await eventually(
      () => hub.ask('{ countries { status { state version } } }'),
      ({ data }) => !/DOWN|DEGRADED|null/.test(JSON.stringify(data)),
    );
  });
  afterAll(async () => {
    await hub.end();
    await Promise.all([austria, france, kingdom].map((country) => country.stop()));
  });
  afterEach(async () => {
    france.behaviour = 'ANSWER';
    await eventually(
      () => hub.ask('{ france { code } }'),
      ({ errors }) => errors === undefined,
    );
  });

  it('asks each country for its own', async () => {
    expect(await hub.ask(REGISTRIES)).toEqual({
      status: 200,
      data: { countries: ['AT', 'FR', 'GB'].map((code) => ({ code, status: { state: 'UP' }, registry: { registeredCases: 7 } })) },
    });
    expect((await hub.ask('{ unitedKingdom { code name status { version } } }')).data).toEqual({
      unitedKingdom: { code: 'GB', name: 'United Kingdom', status: { version: '1.2.3' } },
    });
  });

  it.each(['HANG', 'BREAK', 'PAGE', 'HALF', 'TEXT', 'NOTHING'] as const)(
    'tells one error for a country that does this: %s',
    async (behaviour) => {
      france.behaviour = behaviour;
      const error = { message: 'The registry of France does not answer.', extensions: { code: 'COUNTRY_UNAVAILABLE', country: 'FR' } };
      expect(await hub.ask('{ france { registry { registeredCases } } austria { registry { registeredCases } } }')).toEqual({
        status: 200,
        data: { france: null, austria: { registry: { registeredCases: 7 } } },
        errors: [{ ...error, path: ['france'] }],
      });
      const all = await hub.ask('{ countries { code registry { registeredCases } } }');
      expect(all.errors).toEqual([{ ...error, path: ['countries', 1, 'registry'] }]);
      expect(all.data).toEqual({
        countries: [
          { code: 'AT', registry: { registeredCases: 7 } },
          { code: 'FR', registry: null },
          { code: 'GB', registry: { registeredCases: 7 } },
        ],
      });
    },
  );

  it('lets errors of a country pass with their code, at their place', async () => {
    const { errors, data } = await hub.ask('{ countries { ... on France { registry { forbidden centers { code } } } } }');
    expect(errors).toEqual([
      { message: 'Your role does not grant this.', path: ['countries', 1, 'registry', 'forbidden'], extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(data).toEqual({ countries: [{}, { registry: { forbidden: null, centers: [{ code: 'FR-001' }] } }, {}] });
  });

  it('tells a refusal that names no field at the field it is about', async () => {
    france.behaviour = 'REFUSE';
    expect((await hub.ask('{ france { code } }')).errors).toEqual([
      { message: 'A valid token is needed.', path: ['france'], extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });

  it('shows no address, SQL, stack or subgraph name, whatever a country sends', async () => {
    const leaking = await hub.ask('{ france { registry { leaking } } }');
    expect(leaking.errors).toHaveLength(1);
    expect(leaking.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL', incident: expect.any(String) });
    france.behaviour = 'BREAK';
    const broken = await hub.ask('{ france { code } }');
    for (const text of [leaking, broken].map((answer) => JSON.stringify(answer))) {
      expect(text).not.toMatch(/10\.1\.2\.3|127\.0\.0\.1|ECONN|SELECT|serviceName|stacktrace|\bat \//);
    }
  });

  it('shows no plan to whoever asks for one', async () => {
    const answer = await hub.ask('{ france { code } }', 'LEAD', '/graphql', { 'apollo-query-plan-experimental': '1' });
    expect(answer).toEqual({ status: 200, data: { france: { code: 'FR' } } });
  });

  it('sends a mutation once, also when the connection breaks', async () => {
    france.behaviour = 'BREAK';
    const before = france.operations.length;
    const { errors } = await hub.ask('mutation { france { rename(to: "x") } }');
    expect(france.operations.slice(before)).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      message: 'The registry of France does not answer. Whether the change was made is not known.',
      extensions: { code: 'COUNTRY_UNAVAILABLE' },
    });
  });

  it('sends a query again when the connection breaks', async () => {
    france.behaviour = 'BREAK';
    const before = france.operations.length;
    await hub.ask('{ france { code } }');
    expect(france.operations.slice(before).length).toBeGreaterThan(1);
  });

  it('hands on the token and a request id, and no other header', async () => {
    await hub.ask('{ france { name } }', 'LEAD', '/graphql', { cookie: 'a=b', 'x-request-id': 'request-0001', 'x-other': '1' });
    const headers = france.operations.at(-1)?.headers ?? {};
    expect(headers).toMatchObject({ 'x-request-id': 'request-0001', authorization: expect.stringMatching(/^Bearer /) });
    expect(Object.keys(headers).toSorted()).toEqual([
      'accept',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
      'x-request-id',
    ]);
  });

  it('is told by the country itself that it is down, and comes back by itself', async () => {
    await france.stop();
    await eventually(
      () => hub.ask('{ country(code: "FR") { status { state } } }'),
      ({ data }) => JSON.stringify(data).includes('DOWN'),
    );
    await france.start();
    const started = Date.now();
    const { errors } = await eventually(
      () => hub.ask('{ france { code } }'),
      ({ errors: left }) => left === undefined,
    );
    expect(errors).toBeUndefined();
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('knows whom it does not know', async () => {
    expect((await hub.ask('{ country(code: "XX") { code } }')).data).toEqual({ country: null });
  });

  it('answers nobody without a valid token', async () => {
    const answer = await hub.post('{ viewer { subject } }', '/graphql', { authorization: 'Bearer a.b.c' });
    expect(answer.status).toBe(401);
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['LEAD', undefined],
    ['DASHBOARD', undefined],
    ['COORDINATOR', undefined],
    ['VALIDATOR', undefined],
    ['CENTER', 'FORBIDDEN'],
    ['ADMIN', 'FORBIDDEN'],
  ] as const)('grants pooled figures by role: %s', async (role, code) => {
    const { errors } = await hub.ask('{ viewer { roles } europe { __typename } }', role);
    expect(errors?.[0]?.extensions?.['code']).toBe(code);
  });

  it('serves its own subgraph by itself too', async () => {
    const source =
      '{ viewer { subject } _entities(representations: [{ __typename: "France", code: "FR" }]) { ... on France { status { state } } } }';
    expect((await hub.ask(source, 'LEAD', '/subgraphs/europe')).data).toEqual({
      viewer: { subject: 'anna' },
      _entities: [{ status: { state: 'UP' } }],
    });
    expect((await hub.post('{ viewer { subject } }', '/subgraphs/europe', {})).status).toBe(401);
  });

  it('measures operations and countries, and tells codes alone', async () => {
    await hub.ask('{ france { registry { forbidden } } }');
    await hub.post('{ viewer { subject } }', '/graphql', {});
    const metrics = await hub.page('/metrics');
    for (const line of [
      /^hub_country_state\{country="FR",state="UP"\} 1$/m,
      /^hub_country_state\{country="FR",state="DOWN"\} 0$/m,
      /^hub_country_latency_seconds\{country="AT"\} 0\.\d+$/m,
      /^hub_operation_duration_seconds_count\{type="query"\} \d+$/m,
      /^hub_operation_errors_total\{code="FORBIDDEN"\} \d+$/m,
      /^hub_operation_errors_total\{code="UNAUTHENTICATED"\} \d+$/m,
    ]) {
      expect(metrics).toMatch(line);
    }
    expect(metrics).not.toMatch(/127\.0\.0\.1|anna/);
  });

  it('reports to nobody', () => {
    expect(process.env['APOLLO_TELEMETRY_DISABLED']).toBe('1');
  });

  it('keeps what it needs to start again', async () => {
    expect(
      (
        await eventually(
          async () => readdirSync(hub.schemaFolder),
          ({ length }) => length === 4,
        )
      ).toSorted(),
    ).toEqual(['AT.graphql', 'FR.graphql', 'GB.graphql', expect.stringMatching(/^supergraph-/)]);
  });
});
