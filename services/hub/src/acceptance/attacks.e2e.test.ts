import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { countryFieldName, foundingCountries } from '@registry-hub/shared/domain';
import { readRegister } from '@registry-hub/shared/register';
import { measures, variables } from '@registry-hub/shared/statistics';
import { dataFolder } from '../data-folder';
import { RunningHub } from '../testing/running-hub';

const HUB_START_MS = 300_000;
const json = { 'content-type': 'application/json' };

interface Answer {
  readonly status: number;
  readonly text: string;
}

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const query = (text: string): string => JSON.stringify({ query: text });
/** Every figure there is, of one cohort. */
const everyFigure = [
  'size { value } coverage { complete } disclosure { threshold }',
  ...variables.map(
    (name) =>
      `v${name}: frequencies(of: ${name}${name === 'SEX' ? '' : ', by: SEX'}) { rows { value count percent cells { value count } } total { value } missing { value } }`,
  ),
  ...measures.map((name) => `m${name}: summary(of: ${name}, by: SEX) { group n { value } mean median lowerQuartile upperQuartile }`),
  ...['OVERALL', 'PROGRESSION_FREE', 'FAILURE_FREE'].map(
    (name) =>
      `s${name}: survival(endpoint: ${name}, by: SEX) { curves { group median points { month atRisk survival lower upper } } logRank { pValue } }`,
  ),
].join('\n');

describe('attacks over HTTP, on the gateway and on a national service alike', () => {
  let hub: RunningHub;
  const tokens = new Map<string, string>();
  const urls = new Map<string, string>();

  beforeAll(async () => {
    hub = await RunningHub.start({ LOG_LEVEL: 'debug', GRAPHQL_INTROSPECTION: 'off' });
    tokens.set('lead', await hub.token('--role', 'lead'));
    tokens.set('coordinator', await hub.token('--role', 'coordinator', '--country', 'FR'));
    tokens.set('center', await hub.token('--role', 'center', '--center', 'FR-001'));
    urls.set('gateway', `${hub.url}/graphql`);
    urls.set('national', readRegister(dataFolder(hub.data).countries).countries.find(({ code }) => code === 'FR')?.url ?? '');
  }, HUB_START_MS);
  afterAll(() => hub.discard(), HUB_START_MS);

  const send = async (
    at: string,
    body: string,
    headers: Readonly<Record<string, string>> = json,
    role = 'coordinator',
  ): Promise<Answer> => {
    const response = await fetch(urls.get(at) ?? '', {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens.get(role)}`, ...headers },
      body,
    });
    return { status: response.status, text: await response.text() };
  };

  describe.each(['gateway', 'national'])('the %s refuses', (at) => {
    it.each<[attack: string, body: string, status: number, code: string]>([
      [
        'a depth bomb that is cut off',
        query(`{ france { registry { ${times(20, () => 'patients { edges { node { dataQueries { thread {')} `),
        400,
        'QUERY_TOO_COMPLEX',
      ],
      [
        'a depth bomb',
        query(`{ france { ${'... on France { registry { patient(code: "FR-001-0001") { '.repeat(19)} code ${'} } } '.repeat(19)} } }`),
        400,
        'QUERY_TOO_COMPLEX',
      ],
      ['an alias bomb', query(`{ ${times(1001, (n) => `a${n}: france { code }`)} }`), 400, 'QUERY_TOO_COMPLEX'],
      [
        'pages of pages',
        query('{ france { registry { patients(first: 500) { edges { node { history(first: 500) { edges { node { hash } } } } } } } } }'),
        400,
        'QUERY_TOO_COMPLEX',
      ],
      [
        'models without number',
        query(
          `{ france { registry { cohort { ${times(101, (n) => `a${n}: coxRegression(covariates: [{ measure: SOKAL }]) { converged }`)} } } } }`,
        ),
        400,
        'QUERY_TOO_COMPLEX',
      ],
      [
        'a fragment bomb',
        query(
          `{ france { ...f13 } } fragment f0 on France { a: code b: code } ${times(13, (n) => `fragment f${n + 1} on France { ...f${n} ... on France { ...f${n} } }`)}`,
        ),
        400,
        'QUERY_TOO_COMPLEX',
      ],
      [
        'fragments in a circle',
        query('{ france { ...a } } fragment a on France { ...b } fragment b on France { ...a }'),
        400,
        'GRAPHQL_VALIDATION_FAILED',
      ],
      ['an operation twice', query('query a { france { code } } query a { france { name } }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
      ['a query of a megabyte', query(`{ france { code } } # ${'x'.repeat(2 ** 20 - 100)}`), 400, 'QUERY_TOO_COMPLEX'],
      ['brackets without end', query('{a'.repeat(90_000)), 400, 'QUERY_TOO_COMPLEX'],
      ['an array of operations', `[${query('{ france { code } }')},${query('{ france { code } }')}]`, 400, 'BAD_REQUEST'],
      ['the schema', query('{ __schema { types { name } } }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
      ['the schema of a type', query('{ __type(name: "Patient") { fields { name } } }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
      [
        'variables nested without end',
        `{"query":"query ($f: PatientFilter) { france { registry { patients(filter: $f) { totalCount } } } }","variables":{"f":{"sex":${'['.repeat(50_000)}${']'.repeat(50_000)}}}}`,
        400,
        'BAD_USER_INPUT',
      ],
    ])('%s', async (_, body, status, code) => {
      const answer = await send(at, body);
      expect({ status: answer.status, code: /"code":"(\w+)"/.exec(answer.text)?.[1] }).toEqual({ status, code });
      expect(answer.text.length).toBeLessThan(20_000);
    });

    it('what a form of another site could send', async () => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
        expect((await send(at, query('{ france { code } }'), { 'content-type': type })).status).toBe(400);
      }
    });

    it('whatever is spelt out in a GET', async () => {
      for (const text of ['{ france { code } }', 'mutation { france { rederive { left } } }']) {
        const search = new URLSearchParams({ query: text });
        const { status } = await fetch(`${urls.get(at)}?${search}`, {
          headers: { ...json, authorization: `Bearer ${tokens.get('coordinator')}` },
        });
        expect(status).toBe(405);
      }
    });

    it('a large body of anybody but a coordinator, and of a coordinator who only asks', async () => {
      const filler = 'x'.repeat(2 * 2 ** 20);
      const files = [{ name: 'patients.csv', content: filler }];
      const change = JSON.stringify({
        query: 'mutation ($files: [BundleFile!]!) { france { importBundle(files: $files, dryRun: true) { stored } } }',
        variables: { files },
      });
      expect((await send(at, change, json, 'lead')).status).toBe(413);
      expect((await send(at, change, json, 'coordinator')).status).toBe(200);
      expect((await send(at, JSON.stringify({ query: '{ france { code } }', variables: { filler } }))).status).toBe(400);
    });
  });

  it('no limit stands before every figure of all nine countries at once', async () => {
    const fields = foundingCountries.map(({ name }) => `${countryFieldName(name)} { registry { cohort { ${everyFigure} } } }`);
    for (const text of [
      `{ ${fields.join('\n')} }`,
      `{ countries { code registry { cohort { ${everyFigure} } } } }`,
      `{ europe { cohort { ${everyFigure} } } }`,
    ]) {
      const { status, data, errors = [] } = await hub.query(tokens.get('lead'), text);
      // a machine that does nothing else answers in time; on a busy one a country may be too late
      const refusals = errors.filter(({ extensions }) => extensions.code !== 'COUNTRY_UNAVAILABLE');
      expect({ status, refusals }).toEqual({ status: 200, refusals: [] });
      expect(data).toBeDefined();
    }
  }, 120_000);

  it('the gateway shows a page of patients with all their records', async () => {
    const { errors } = await hub.query(
      tokens.get('coordinator'),
      `{ france { registry { patients(first: 500) { totalCount edges { node {
        code center { name } consent { active } diagnosis { disease } treatments { drug doses { mgPerDay } } assessments { assessedOn }
        mutations { variant } adverseEvents { term } failure { failedOn }
        derived { eligible ineligibleBecause { rule } riskScores { value } elnResponses(edition: ELN_2013) { because { rule } } } dataQueries { rule thread { text } }
      } } } } } }`,
    );
    expect(errors).toBeUndefined();
  });

  it('every part answers with the same headers', async () => {
    for (const url of [...urls.values(), `${hub.url}/health/live`, `${hub.url}/metrics`]) {
      const { headers } = await fetch(url);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('no log holds a token, a key, a password or a code of a patient', async () => {
    const code = 'FR-001-7777';
    await hub.query(`${tokens.get('lead')}x`, '{ viewer { subject } }');
    await hub.query(tokens.get('center'), `{ france { registry { patient(code: "${code}") { code } } } }`);
    await hub.query(
      tokens.get('center'),
      `mutation { france { recordPatient(input: { patientCode: "${code}", centerCode: "FR-001", sex: F, birthMonth: "1960-05", vitalStatus: ALIVE }) { code } } }`,
    );
    await hub.query(
      tokens.get('coordinator'),
      `mutation { france { withdrawConsent(patientCode: "${code}", on: "2020-01-01") { patientCode } } }`,
    );
    await hub.query(tokens.get('coordinator'), String.raw`{ france { registry { patient(code: "\u0000") { code } } } }`);
    const folder = dataFolder(hub.data);
    const logs = readdirSync(folder.logs).map((name) => readFileSync(join(folder.logs, name), 'utf8'));
    const written = [...logs, ...hub.output].join('\n');
    expect(logs.length).toBeGreaterThan(foundingCountries.length);
    expect(written.length).toBeGreaterThan(1000);
    const secrets = [...tokens.values(), ...secretsIn(folder.root, folder.postgres)];
    expect(secrets.length).toBeGreaterThan(12);
    for (const secret of secrets) expect(written).not.toContain(secret);
    for (const form of [
      /eyJ[\w-]{10,}\.[\w-]+/,
      /[A-Z]{2}-\d{3}-\d{4,}/,
      /postgres(ql)?:\/\/[^@\s"]+:[^@\s"]+@/,
      /PRIVATE KEY/,
      /Bearer /i,
    ]) {
      expect(form.exec(written)).toBeNull();
    }
  });
});

/** Every private key's own number and every password below a folder. */
function secretsIn(folder: string, leftOut: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (path === leftOut || name === 'logs') return [];
    if (statSync(path).isDirectory()) return secretsIn(path, leftOut);
    const text = readFileSync(path, 'utf8');
    return [/"d":\s*"([^"]{20,})"/, /:\/\/[^:@/]+:([^@]+)@/, /"(?:secret|password)":\s*"([^"]+)"/].flatMap(
      (form) => form.exec(text)?.[1] ?? [],
    );
  });
}
