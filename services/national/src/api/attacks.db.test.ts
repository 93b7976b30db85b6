import { HubError } from '@registry-hub/shared/errors';
import type { Caller } from '@registry-hub/shared/identity';
import { rightsTable } from '@registry-hub/shared/rights';
import { caseFacts, fieldCall, type Sample } from '@registry-hub/shared/testing';
import { type ExecutionResult, type GraphQLSchema, isEnumType } from 'graphql';
import { buildTestSchema, callerAs, openTestRegistry, type TestRegistry } from '../testing';

const centers = [
  { centerCode: 'FR-001', name: 'Poitiers' },
  { centerCode: 'FR-002', name: 'Clermont-Ferrand' },
];
/** Two of each centre; white cells of 700 are asked about. */
const cases = ['FR-001-0001', 'FR-001-0002', 'FR-002-0001', 'FR-002-0002'].map((patientCode) =>
  caseFacts({ patient: { patientCode, centerCode: patientCode.slice(0, 6) }, diagnosis: { wbc: 700 } }),
);
const THERE = 'FR-002-0001';
const NOT_THERE = 'FR-002-0999';

const coordinator = callerAs('COORDINATOR');
const center = callerAs('CENTER', 'FR-001');
const foreigner: Caller = { subject: 'foreign', roles: ['COORDINATOR'], country: 'DE' };

describe('attacks on a national registry', () => {
  let schema: GraphQLSchema;
  let registry: TestRegistry;
  beforeAll(async () => {
    schema = await buildTestSchema();
    registry = await openTestRegistry(schema);
    await registry.importCases(centers, cases);
  });
  afterAll(() => registry.close());

  interface Seen {
    readonly data: unknown;
    readonly errors: readonly object[];
    readonly statements: number;
  }

  /** All that a caller can tell an answer by, and what it cost: the time that an answer takes is that of its statements. */
  async function seen(caller: Caller, source: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Seen> {
    let result: ExecutionResult = {};
    const statements = await registry.countStatements(async () => {
      result = await registry.ask(caller, source, variables);
    });
    const errors = (result.errors ?? []).map(({ message, path, originalError }) => ({ message, path, code: codeOf(originalError) }));
    return { data: JSON.parse(JSON.stringify(result.data ?? null)), errors, statements };
  }

  describe('a patient of another is asked for', () => {
    it.each<[way: string, caller: Caller, source: string]>([
      ['by code', center, '($code: ID!) { france { registry { patient(code: $code) { code } } } }'],
      ['by code, from another country', foreigner, '($code: ID!) { france { registry { patient(code: $code) { code } } } }'],
      [
        'by a filter of questions',
        center,
        '($code: ID!) { france { registry { dataQueries(filter: { patientCode: $code }) { totalCount } } } }',
      ],
      [
        'by a filter of questions, from another country',
        foreigner,
        '($code: ID!) { france { registry { dataQueries(filter: { patientCode: $code }) { totalCount } } } }',
      ],
      ['by the audit trail', center, '($code: ID!) { france { registry { auditTrail(patientCode: $code) { totalCount } } } }'],
      ['by its history', center, '($code: ID!) { france { registry { patient(code: $code) { history { totalCount } } } } }'],
      [
        'by _entities',
        center,
        '($code: ID!) { _entities(representations: [{ __typename: "France", code: "FR" }]) { ... on France { registry { patient(code: $code) { code } } } } }',
      ],
      [
        'by _entities, from another country',
        foreigner,
        '($code: ID!) { _entities(representations: [{ __typename: "France", code: "FR" }]) { ... on France { registry { patient(code: $code) { code } } } } }',
      ],
    ])('%s: there or not, the answer is the same and no statement is made', async (_, caller, source) => {
      const there = await seen(caller, `query ${source}`, { code: THERE });
      expect(there).toEqual(await seen(caller, `query ${source}`, { code: NOT_THERE }));
      expect(there).toMatchObject({ statements: 0, errors: [{ code: 'FORBIDDEN', message: 'Your role does not grant this.' }] });
    });

    it.each([
      [
        'notifyFailure',
        'notifyFailure(input: { patientCode: $code, notifiedOn: "2005-01-01", failedOn: "2004-01-01", reportedSubcategory: TOXICITY })',
      ],
      ['recordDose', 'recordDose(input: { patientCode: $code, line: 1, fromOn: "2004-01-01", mgPerDay: 400 })'],
      [
        'correctDiagnosis',
        'correctDiagnosis(patientCode: $code, input: { patientCode: $code, disease: "9875/3", diagnosedOn: "2001-01-01" }, reason: "x", expectedVersion: 1)',
      ],
      ['voidPatient', 'voidPatient(patientCode: $code, reason: "x", expectedVersion: 1)'],
      ['withdrawConsent', 'withdrawConsent(patientCode: $code, on: "2005-01-01")'],
      ['raiseDataQuery', 'raiseDataQuery(patientCode: $code, message: "x")'],
    ])('by a change, %s: the same', async (_, operation) => {
      const source = `mutation ($code: ID!) { france { ${operation} { __typename } } }`;
      for (const caller of [center, foreigner]) {
        const there = await seen(caller, source, { code: THERE });
        expect(there).toEqual(await seen(caller, source, { code: NOT_THERE }));
        expect(there).toMatchObject({ statements: 0, errors: [{ code: 'FORBIDDEN' }] });
      }
    });

    it('by a code of another country: there is none, for whoever may look', async () => {
      const source = '{ france { registry { patient(code: "DE-001-0001") { code } } } }';
      expect(await seen(coordinator, source)).toMatchObject({ errors: [], data: { france: { registry: { patient: null } } } });
      expect((await seen(center, source)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    });

    it('by a reference to another country, or to what is no country', async () => {
      const source = 'query ($all: [_Any!]!) { _entities(representations: $all) { ... on France { registry { registeredCases } } } }';
      expect(await seen(coordinator, source, { all: [{ __typename: 'France', code: 'DE' }] })).toMatchObject({
        data: { _entities: [null] },
      });
      for (const typeName of ['Patient', 'NationalRegistry', '__proto__', 'constructor', 'Query']) {
        const { data, errors } = await seen(coordinator, source, { all: [{ __typename: typeName, code: THERE }] });
        expect(JSON.stringify([data, errors])).not.toContain(THERE);
      }
    });

    it("by a cursor: whichever it is, a page holds one's own alone", async () => {
      const source = 'query ($after: String!) { france { registry { patients(after: $after) { totalCount edges { node { code } } } } } }';
      for (const code of ['FR-000-0000', 'FR-001-0001', THERE, NOT_THERE, 'DE-001-0001']) {
        const after = Buffer.from(`patient:${code}`).toString('base64url');
        const answer = await seen(center, source, { after });
        const own = ['FR-001-0001', 'FR-001-0002'].filter((one) => one > code).map((one) => ({ node: { code: one } }));
        expect(answer).toMatchObject({ errors: [], data: { france: { registry: { patients: { totalCount: 2, edges: own } } } } });
      }
    });

    it('by the number of a question: there or not, the answer is the same and costs the same', async () => {
      const asked = await seen(
        coordinator,
        `{ france { registry { dataQueries(filter: { patientCode: "${THERE}" }) { edges { node { id } } } } } }`,
      );
      const id = /"id":"(\d+)"/.exec(JSON.stringify(asked.data))?.[1];
      const source = 'mutation ($id: ID!) { france { answerDataQuery(id: $id, text: "x") { id } } }';
      const there = await seen(center, source, { id });
      expect(id).toBeDefined();
      expect(there).toMatchObject({ errors: [{ code: 'FORBIDDEN' }] });
      expect(there).toEqual(await seen(center, source, { id: '999999' }));
    });
  });

  describe('values of another form', () => {
    it.each([
      ['a list for a code', { code: [THERE] }],
      ['an object for a code', { code: { code: THERE } }],
      ['a list of lists for a code', { code: [[THERE]] }],
      ['true for a code', { code: true }],
      ['nothing for a code', {}],
    ])('%s', async (_, variables) => {
      const { data, errors } = await seen(
        coordinator,
        'query ($code: ID!) { france { registry { patient(code: $code) { code } } } }',
        variables,
      );
      expect({ data, errors: errors.length }).toEqual({ data: null, errors: 1 });
    });

    it.each([
      ['one value for a list', { sex: 'F' }, undefined],
      ['a list within a list', { sex: [['F']] }, 1],
      ['an object for a list', { sex: { 0: 'F' } }, 1],
      ['a list for a centre', { center: ['FR-001'] }, 1],
      ['an object for a centre', { center: { $ne: 'FR-002' } }, 1],
      ['a list for a filter', [{ center: 'FR-001' }], 1],
      ['__proto__ for a filter', JSON.parse('{ "__proto__": { "center": "FR-002" } }'), 1],
      ['constructor for a filter', { constructor: { prototype: {} } }, 1],
    ])('%s', async (_, filter, failures) => {
      const source = 'query ($filter: PatientFilter) { france { registry { patients(filter: $filter) { totalCount } } } }';
      expect((await seen(center, source, { filter })).errors).toHaveLength(failures ?? 0);
    });

    it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s, wherever a name is looked up', async (name) => {
      const figures = [
        `frequencies(of: SEX) { rows { value } }`,
        `logisticRegression(outcome: { variable: SEX, value: "${name}" }, covariates: [{ variable: IMATINIB_LINE, reference: "${name}" }]) { converged }`,
      ];
      const filters = [`mutation: ["${name}"]`, `disease: ["${name}"]`, `freeze: "${name}"`, `countries: ["${name}"]`];
      const sources = [
        ...figures.map((figure) => `cohort { ${figure} }`),
        ...filters.map((filter) => `cohort(filter: { ${filter} }) { size { value } }`),
        `patient(code: "${name}") { code }`,
        `center(code: "${name}") { code }`,
        `dataQueries(filter: { rule: ["${name}"], patientCode: "${name}" }) { totalCount }`,
        `auditTrail(patientCode: "${name}") { totalCount }`,
      ];
      for (const source of sources) {
        const { errors } = await seen(coordinator, `{ france { registry { ${source} } } }`);
        expect({ source, unforeseen: errors.filter((error) => 'code' in error && error.code === 'INTERNAL') }).toEqual({
          source,
          unforeseen: [],
        });
      }
      expect(Object.prototype).not.toHaveProperty('center');
    });
  });

  describe('SQL in every text that the schema takes', () => {
    const payloads = [
      `'; DROP TABLE patients; --`,
      `x' OR '1'='1`,
      `FR-001-0001'); DELETE FROM centers; --`,
      '%_\\',
      '$1; SELECT pg_sleep(9)',
    ];
    const places = [...new Set(rightsTable.flatMap(({ fields }) => fields.map(({ field }) => field)))];

    /** Valid values for a patient who is not there, but for one text. It notes the name of every text there is. */
    const attacked = (texts: string[], target: string, payload: string): Sample => {
      const values: Readonly<Record<string, unknown>> = {
        patientCode: 'FR-001-0999',
        code: 'FR-001-0999',
        center: 'FR-001',
        centerCode: 'FR-001',
        edition: 'ELN_2013',
        birthMonth: '1950-01',
        id: '1',
        representations: { __typename: 'France', code: 'FR' },
        batch: 1,
        country: 'DE',
        countries: 'FR',
      };
      return (name, type) => {
        const isText = type.name === 'ID' || type.name === 'String';
        if (isText) texts.push(name);
        if (isText && name === target) return payload;
        if (['after', 'earlierHead', 'freeze'].includes(name)) return undefined;
        if (Object.hasOwn(values, name)) return values[name];
        if (isEnumType(type)) return type.getValues()[0]?.name;
        return { CalendarDate: '2004-01-01', Boolean: false, Int: 1, Float: 1, ID: '1' }[type.name] ?? 'x';
      };
    };
    const callOf = (place: string, sample: Sample): ReturnType<typeof fieldCall> =>
      fieldCall(schema, { code: 'FR', name: 'France' }, place, sample, place.endsWith('.cohort') ? '{ size { value } }' : undefined);
    const targets = (place: string): readonly string[] => {
      const texts: string[] = [];
      callOf(place, attacked(texts, '', ''));
      return [...new Set(texts)];
    };
    /** Rows by table, but for those that keep what anybody writes. */
    const rows = async (): Promise<unknown> => {
      const tables = await registry.dataSource.query<{ name: string }[]>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
         AND tablename !~ 'audit' AND tablename NOT IN ('data_query_messages', 'monitoring_visits') ORDER BY tablename`,
      );
      return Promise.all(
        tables.map(async ({ name }) => [name, await registry.dataSource.query(`SELECT count(*)::int AS n FROM "${name}"`)]),
      );
    };

    it('is refused, found nowhere, or kept as the text it is', async () => {
      const all = places.flatMap((place) => targets(place).map((target) => ({ place, target })));
      expect(all.length).toBeGreaterThan(60);
      const before = await rows();
      const unforeseen: string[] = [];
      for (const { place, target } of all) {
        for (const payload of payloads) {
          const call = callOf(place, attacked([], target, payload));
          const { errors = [] } = await registry.ask(coordinator, call?.query ?? '', call?.variables);
          if (errors.some(({ originalError }) => codeOf(originalError) === 'INTERNAL')) unforeseen.push(`${place} ${target} ${payload}`);
        }
      }
      expect(unforeseen).toEqual([]);
      expect(await rows()).toEqual(before);
      const kept = await registry.dataSource.query<{ text: string }[]>('SELECT text FROM data_query_messages');
      expect(kept.map(({ text }) => text)).toEqual(expect.arrayContaining(payloads));
    }, 120_000);
  });
});

/** As a client would be told: whatever is no error of the hub's or of GraphQL's own is INTERNAL. */
function codeOf(error: unknown): string | undefined {
  if (error === undefined || error === null) return undefined;
  if (error instanceof HubError) return error.code;
  return error instanceof Error && error.name === 'GraphQLError' ? undefined : 'INTERNAL';
}
