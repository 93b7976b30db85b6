import type { CaseFacts } from '@registry-hub/shared/domain';
import { HubError } from '@registry-hub/shared/errors';
import type { Caller } from '@registry-hub/shared/identity';
import { caseFacts } from '@registry-hub/shared/testing';
import type { ExecutionResult } from 'graphql';
import { callerAs, openTestRegistry, TEST_NOW, type TestRegistry } from '../testing';

const centers = [
  { centerCode: 'FR-001', name: 'Poitiers', city: 'Poitiers', openedOn: '2005-01-15' },
  { centerCode: 'FR-002', name: 'Clermont-Ferrand' },
] as const;
const ordinary = caseFacts({ mutations: [{}], adverseEvents: [{ action: 'NONE', grade: 1 }] });
const of = (patientCode: string, changes: Parameters<typeof caseFacts>[0] = {}): CaseFacts =>
  caseFacts({ ...changes, patient: { patientCode, centerCode: patientCode.slice(0, 6), ...changes.patient } });
const cases = [
  ordinary,
  of('FR-001-0002', { patient: { sex: 'M' }, diagnosis: { wbc: 700 } }),
  of('FR-001-0003', { patient: { birthMonth: '1951-01', consentWithdrawnOn: '2006-01-10' } }),
  of('FR-002-0001', { patient: { vitalStatus: 'DEAD', diedOn: '2005-06-15', deathCause: 'CML' }, diagnosis: { karyotype: undefined } }),
  of('FR-002-0002', { patient: { birthMonth: '1990-06' } }),
];

const page = (after: string): string =>
  `patients(first: 3${after}) { totalCount edges { cursor node { code } } pageInfo { hasNextPage endCursor } }`;

describe('reading a registry', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await openTestRegistry();
    await registry.importCases(centers, cases);
  });
  afterAll(() => registry.close());

  const coordinator = callerAs('COORDINATOR');
  const center = callerAs('CENTER', 'FR-001');
  const ask = (caller: Caller, selection: string): Promise<ExecutionResult> =>
    registry.ask(caller, `{ france { registry { ${selection} } } }`);
  const answered = async (caller: Caller, selection: string): Promise<unknown> => {
    const { data, errors } = await ask(caller, selection);
    expect(errors).toBeUndefined();
    return (data as { france: { registry: unknown } }).france.registry;
  };
  const refusal = async (caller: Caller, selection: string): Promise<unknown> => {
    const { errors: [error] = [] } = await ask(caller, selection);
    const cause = error?.originalError;
    return cause instanceof HubError ? { code: cause.code, ...cause.details } : error;
  };

  it('shows a patient with everything below', async () => {
    const record = await answered(
      coordinator,
      `patient(code: "FR-001-0001") {
        code sex birthMonth vitalStatus lastContactOn diedOn recordStatus version
        center { code name city openedOn registeredCases }
        consent { givenOn withdrawnOn active }
        diagnosis { disease diagnosedOn phase phPositive spleenCm wbc karyotype }
        treatments { line drug startedOn stoppedOn stopReason doses { fromOn mgPerDay } }
        assessments { assessedOn completeHematologicResponse metaphasesExamined metaphasesPhPositive bcrAbl1IsPct }
        mutations { variant sampledOn vafPct method }
        adverseEvents { term grade onsetOn resolvedOn drug action }
        failure { notifiedOn failedOn reportedSubcategory decision }
        derived {
          eligible ineligibleBecause { rule } imatinibLine failureSubcategory failureCategory ageAtDiagnosis
          riskScores { name value group note } elnResponses(edition: ELN_2006) { month response because { rule message } }
        }
        dataQueries { rule }
      }`,
    );
    expect(record).toEqual({
      patient: {
        code: 'FR-001-0001',
        sex: 'F',
        birthMonth: '1950-06',
        vitalStatus: 'ALIVE',
        lastContactOn: '2005-06-15',
        diedOn: null,
        recordStatus: 'NOTIFIED',
        version: 1,
        center: { code: 'FR-001', name: 'Poitiers', city: 'Poitiers', openedOn: '2005-01-15', registeredCases: 2 },
        consent: { givenOn: '2005-01-20', withdrawnOn: null, active: true },
        diagnosis: {
          disease: '9875/3',
          diagnosedOn: '2001-12-03',
          phase: 'CHRONIC',
          phPositive: true,
          spleenCm: 4,
          wbc: 120,
          karyotype: '46,XX,t(9;22)(q34;q11)[20]',
        },
        treatments: [
          {
            line: 1,
            drug: 'IMATINIB',
            startedOn: '2002-01-15',
            stoppedOn: '2003-01-20',
            stopReason: 'RESISTANCE',
            doses: [{ fromOn: '2002-01-15', mgPerDay: 400 }],
          },
        ],
        assessments: [
          {
            assessedOn: '2002-04-15',
            completeHematologicResponse: true,
            metaphasesExamined: 20,
            metaphasesPhPositive: 16,
            bcrAbl1IsPct: 40,
          },
          {
            assessedOn: '2002-07-15',
            completeHematologicResponse: true,
            metaphasesExamined: 20,
            metaphasesPhPositive: 14,
            bcrAbl1IsPct: 30,
          },
          {
            assessedOn: '2003-01-20',
            completeHematologicResponse: true,
            metaphasesExamined: 20,
            metaphasesPhPositive: 12,
            bcrAbl1IsPct: 25,
          },
        ],
        mutations: [{ variant: 'M351T', sampledOn: '2003-01-20', vafPct: 60, method: 'SANGER' }],
        adverseEvents: [{ term: 'Rash', grade: 1, onsetOn: '2003-01-10', resolvedOn: null, drug: 'IMATINIB', action: 'NONE' }],
        failure: {
          notifiedOn: '2005-02-10',
          failedOn: '2003-01-20',
          reportedSubcategory: 'NO_MAJOR_CYTOGENETIC_RESPONSE',
          decision: 'ALLOGENEIC_TRANSPLANT',
        },
        derived: {
          eligible: true,
          ineligibleBecause: [],
          imatinibLine: 'FIRST_LINE',
          failureSubcategory: 'NO_MAJOR_CYTOGENETIC_RESPONSE',
          failureCategory: 'NO_OR_UNSATISFACTORY_RESPONSE',
          ageAtDiagnosis: 51,
          riskScores: ['SOKAL', 'HASFORD', 'EUTOS', 'ELTS'].map((name) => expect.objectContaining({ name, value: expect.any(Number) })),
          elnResponses: [
            { month: 3, response: 'OPTIMAL', because: [expect.anything()] },
            { month: 6, response: 'SUBOPTIMAL', because: [expect.anything()] },
            { month: 12, response: 'FAILURE', because: [expect.anything()] },
          ],
        },
        dataQueries: [],
      },
    });
  });

  it('answers null for a code that is not there, and for one who withdrew consent', async () => {
    expect(await answered(coordinator, 'patient(code: "FR-001-0099") { code }')).toEqual({ patient: null });
    expect(await answered(coordinator, 'patient(code: "FR-001-0003") { code }')).toEqual({ patient: null });
    expect(await answered(coordinator, 'patient(code: "nonsense") { code }')).toEqual({ patient: null });
    expect(await answered(coordinator, 'center(code: "FR-099") { code }')).toEqual({ center: null });
  });

  it('counts cases without those who withdrew, whoever asks', async () => {
    for (const role of ['LEAD', 'DASHBOARD', 'ADMIN', 'CENTER'] as const) {
      expect(await answered(callerAs(role), 'registeredCases revision')).toEqual({ registeredCases: 4, revision: 1 });
    }
  });

  it('goes through a list page by page, in code order', async () => {
    const first = (await answered(coordinator, page(''))) as { patients: { pageInfo: { endCursor: string } } };
    expect(first).toMatchObject({
      patients: {
        totalCount: 4,
        edges: ['FR-001-0001', 'FR-001-0002', 'FR-002-0001'].map((code) => ({ node: { code } })),
        pageInfo: { hasNextPage: true },
      },
    });
    const second = await answered(coordinator, page(`, after: "${first.patients.pageInfo.endCursor}"`));
    expect(second).toMatchObject({ patients: { edges: [{ node: { code: 'FR-002-0002' } }], pageInfo: { hasNextPage: false } } });
    expect(await answered(coordinator, 'centers(first: 1) { totalCount edges { node { code } } pageInfo { hasNextPage } }')).toEqual({
      centers: { totalCount: 2, edges: [{ node: { code: 'FR-001' } }], pageInfo: { hasNextPage: true } },
    });
  });

  it('gives an empty page without a cursor', async () => {
    expect(
      await answered(coordinator, 'patients(filter: { sex: [OTHER] }) { totalCount edges { cursor } pageInfo { hasNextPage endCursor } }'),
    ).toEqual({
      patients: { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
    });
  });

  it('takes a text that PostgreSQL cannot hold for a wrong input', async () => {
    expect(await refusal(coordinator, String.raw`patient(code: "\u0000") { code }`)).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('answers the gateway by reference, and gives its schema away', async () => {
    const source = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on France { code name registry { registeredCases } } }
      _service { sdl }
    }`;
    const { data, errors } = await registry.ask(coordinator, source, { representations: [{ __typename: 'France', code: 'FR' }] });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      _entities: [{ code: 'FR', name: 'France', registry: { registeredCases: 4 } }],
      _service: { sdl: expect.stringContaining('type France implements Country') },
    });
  });

  it.each([
    ['first: 0', 'first'],
    ['first: 501', 'first'],
    ['first: -3', 'first'],
    ['after: "???"', 'after'],
    ['after: "Y2VudGVyOkZSLTAwMQ"', 'after'],
  ])('refuses patients(%s) by the name of the argument', async (given, field) => {
    expect(await refusal(coordinator, `patients(${given}) { totalCount }`)).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [expect.objectContaining({ field })],
    });
  });

  it.each([
    ['center: "FR-002"', ['FR-002-0001', 'FR-002-0002']],
    ['sex: [M, UNKNOWN]', ['FR-001-0002']],
    ['vitalStatus: [DEAD]', ['FR-002-0001']],
    ['recordStatus: [VALIDATED, LOCKED]', []],
    ['failureSubcategory: [NO_MAJOR_CYTOGENETIC_RESPONSE], center: "FR-001"', ['FR-001-0001', 'FR-001-0002']],
    ['failureSubcategory: []', []],
    ['hasOpenQueries: false, center: "FR-001"', ['FR-001-0001']],
    ['hasOpenQueries: true, center: "FR-001"', ['FR-001-0002']],
    ['sex: null', ['FR-001-0001', 'FR-001-0002', 'FR-002-0001', 'FR-002-0002']],
  ])('filters patients by { %s }', async (filter, codes) => {
    const found = await answered(coordinator, `patients(filter: { ${filter} }) { totalCount edges { node { code } } }`);
    expect(found).toEqual({ patients: { totalCount: codes.length, edges: codes.map((code) => ({ node: { code } })) } });
  });

  it('lists data queries by filter, each with its thread', async () => {
    const found = await answered(
      coordinator,
      `dataQueries(filter: { severity: [HARD], state: [OPEN] }) {
        totalCount edges { node { patientCode rule severity field recordKind recordKey state raisedAt thread { text } } }
      }`,
    );
    expect(found).toEqual({
      dataQueries: {
        totalCount: 1,
        edges: [
          {
            node: {
              patientCode: 'FR-002-0002',
              rule: 'INELIGIBLE_CASE',
              severity: 'HARD',
              field: null,
              recordKind: 'failure',
              recordKey: ['FR-002-0002'],
              state: 'OPEN',
              raisedAt: TEST_NOW.toISOString(),
              thread: [],
            },
          },
        ],
      },
    });
    expect(
      await answered(coordinator, 'dataQueries(filter: { rule: ["OUTSIDE_SOFT_RANGE"] }) { edges { node { patientCode field } } }'),
    ).toEqual({
      dataQueries: { edges: [{ node: { patientCode: 'FR-001-0002', field: 'wbc' } }] },
    });
  });

  it('reports quality by centre: the share of expected fields, open queries, the last notification', async () => {
    const { quality } = (await answered(
      coordinator,
      'quality { patients openQueries completeness byCenter { center { code } patients openQueries completeness lastNotifiedOn } }',
    )) as { quality: { openQueries: number; completeness: number; byCenter: { openQueries: number }[] } };
    expect(quality).toMatchObject({
      patients: 4,
      byCenter: [
        { center: { code: 'FR-001' }, patients: 2, completeness: 1, lastNotifiedOn: '2005-02-10' },
        { center: { code: 'FR-002' }, patients: 2, completeness: 53 / 54 },
      ],
    });
    expect(quality.completeness).toBeCloseTo(107 / 108, 12);
    expect(quality.openQueries).toBe(quality.byCenter.reduce((sum, { openQueries }) => sum + openQueries, 0));
  });

  describe('as a centre', () => {
    it('sees its own patients, queries and quality, and nothing else', async () => {
      expect(
        await answered(
          center,
          `patients { totalCount edges { node { code } } } centers { totalCount edges { node { code registeredCases } } }
           dataQueries { edges { node { patientCode } } } quality { patients byCenter { center { code } } }`,
        ),
      ).toEqual({
        patients: { totalCount: 2, edges: [{ node: { code: 'FR-001-0001' } }, { node: { code: 'FR-001-0002' } }] },
        centers: { totalCount: 1, edges: [{ node: { code: 'FR-001', registeredCases: 2 } }] },
        dataQueries: { edges: [{ node: { patientCode: 'FR-001-0002' } }] },
        quality: { patients: 2, byCenter: [{ center: { code: 'FR-001' } }] },
      });
    });

    it.each([
      'patient(code: "FR-002-0001") { code }',
      'patient(code: "FR-002-0999") { code }',
      'center(code: "FR-002") { code }',
      'patients(filter: { center: "FR-002" }) { totalCount }',
      'dataQueries(filter: { patientCode: "FR-002-0001" }) { totalCount }',
      'cohort { size { value } }',
    ])('is refused %s, whether there is such a record or not', async (selection) => {
      expect(await refusal(center, selection)).toEqual({ code: 'FORBIDDEN' });
    });
  });

  it.each([
    ['LEAD', 'patients { totalCount }'],
    ['DASHBOARD', 'quality { patients }'],
    ['ADMIN', 'centers { totalCount }'],
    ['DASHBOARD', 'cohort { size { value } }'],
  ] as const)('refuses %s %s', async (role, selection) => {
    expect(await refusal(callerAs(role), selection)).toEqual({ code: 'FORBIDDEN' });
  });

  it('refuses the coordinator of another country', async () => {
    expect(await refusal({ ...coordinator, country: 'DE' }, 'patients { totalCount }')).toEqual({ code: 'FORBIDDEN' });
  });
});
