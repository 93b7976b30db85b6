import type { CaseFacts } from '@registry-hub/shared/domain';
import { HubError } from '@registry-hub/shared/errors';
import type { Caller } from '@registry-hub/shared/identity';
import { caseFacts } from '@registry-hub/shared/testing';
import type { GraphQLSchema } from 'graphql';
import { AuditHistory } from '../audit';
import { buildTestSchema, callerAs, openTestRegistry, type TestRegistry } from '../testing';

const centers = [
  { centerCode: 'FR-001', name: 'Poitiers' },
  { centerCode: 'FR-002', name: 'Clermont-Ferrand' },
];
const patientCode = 'FR-001-0001';
const coordinator = callerAs('COORDINATOR');
const center = callerAs('CENTER', 'FR-001');

/** A case on imatinib of which nothing else is documented yet. */
const bare = caseFacts({ diagnosis: undefined, failure: undefined, assessments: [] });

type Values = Readonly<Record<string, unknown>>;

/** One kind of record: what is recorded and then corrected, what is refused, and what the patient shows of it. */
interface Family {
  readonly name: string;
  readonly input: string;
  readonly key: Readonly<Record<string, string>>;
  readonly record: Values;
  readonly correction: Values;
  readonly wrong: Values;
  readonly problem: readonly [field: string, rule: string];
  readonly shown: string;
}

const families: readonly Family[] = [
  {
    name: 'Diagnosis',
    input: 'DiagnosisInput',
    key: {},
    record: { disease: '9875/3', diagnosedOn: '2001-12-03', wbc: 120 },
    correction: { wbc: 130 },
    wrong: { disease: 'CML' },
    problem: ['input.disease', 'PATTERN_MISMATCH'],
    shown: 'diagnosis { disease diagnosedOn wbc }',
  },
  {
    name: 'Treatment',
    input: 'TreatmentInput',
    key: { line: 'Int!' },
    record: { line: 2, drug: 'DASATINIB', startedOn: '2004-03-01' },
    correction: { startedOn: '2004-04-01' },
    wrong: { drug: 'ASPIRIN' },
    problem: ['input.drug', 'UNKNOWN_ENUM_VALUE'],
    shown: 'treatments { line drug startedOn }',
  },
  {
    name: 'Dose',
    input: 'DoseInput',
    key: { line: 'Int!', fromOn: 'CalendarDate!' },
    record: { line: 1, fromOn: '2002-07-01', mgPerDay: 600 },
    correction: { mgPerDay: 800 },
    wrong: { mgPerDay: 8 },
    problem: ['input.mgPerDay', 'IMATINIB_DOSE_RANGE'],
    shown: 'treatments { doses { fromOn mgPerDay } }',
  },
  {
    name: 'Assessment',
    input: 'AssessmentInput',
    key: { assessedOn: 'CalendarDate!' },
    record: { assessedOn: '2002-07-15', wbc: 6, metaphasesExamined: 20, metaphasesPhPositive: 14 },
    correction: { metaphasesPhPositive: 12 },
    wrong: { metaphasesPhPositive: 21 },
    problem: ['input.metaphasesPhPositive', 'PH_POSITIVE_EXCEEDS_EXAMINED'],
    shown: 'assessments { assessedOn wbc metaphasesExamined metaphasesPhPositive }',
  },
  {
    name: 'Mutation',
    input: 'MutationInput',
    key: { sampledOn: 'CalendarDate!', variant: 'String!' },
    record: { sampledOn: '2003-01-20', variant: 'T315I', method: 'SANGER' },
    correction: { vafPct: 40 },
    wrong: { variant: 'T-loop' },
    problem: ['input.variant', 'UNPARSABLE_VARIANT'],
    shown: 'mutations { sampledOn variant vafPct method }',
  },
  {
    name: 'AdverseEvent',
    input: 'AdverseEventInput',
    key: { term: 'String!', onsetOn: 'CalendarDate!' },
    record: { term: 'Rash', onsetOn: '2002-03-01', grade: 2, action: 'REDUCED' },
    correction: { grade: 3 },
    wrong: { resolvedOn: '2002-02-01' },
    problem: ['input.resolvedOn', 'DATE_ORDER'],
    shown: 'adverseEvents { term onsetOn grade action }',
  },
  {
    name: 'Failure',
    input: 'NotifyFailureInput',
    key: {},
    record: { notifiedOn: '2005-02-10', failedOn: '2003-01-20', reportedSubcategory: 'TOXICITY' },
    correction: { decision: 'DASATINIB' },
    wrong: { notifiedOn: '2003-01-19' },
    problem: ['input.notifiedOn', 'NOTIFIED_BEFORE_FAILURE'],
    shown: 'failure { notifiedOn failedOn reportedSubcategory decision }',
  },
];

describe('recording one by one', () => {
  let schema: GraphQLSchema;
  let registry: TestRegistry;
  beforeAll(async () => {
    schema = await buildTestSchema();
  });
  const open = async (...cases: readonly CaseFacts[]): Promise<void> => {
    registry = await openTestRegistry(schema);
    await registry.importCases(centers, cases);
  };
  afterEach(() => registry.close());

  /** Asks for one operation; arguments are given as `name: [type, value]`. */
  const operate = async (
    caller: Caller,
    operation: string,
    args: Readonly<Record<string, readonly [type: string, value: unknown]>>,
    selection = '{ code version }',
  ): Promise<unknown> => {
    const declared = Object.entries(args).map(([name, [type]]) => `$${name}: ${type}`);
    const passed = Object.keys(args).map((name) => `${name}: $${name}`);
    const source = `mutation (${declared.join(', ')}) { france { done: ${operation}(${passed.join(', ')}) ${selection} } }`;
    const variables = Object.fromEntries(Object.entries(args).map(([name, [, value]]) => [name, value]));
    const { data, errors } = await registry.ask(caller, source, variables);
    const cause = errors?.[0]?.originalError;
    if (cause instanceof HubError) return { code: cause.code, ...cause.details };
    expect(errors).toBeUndefined();
    return (data as { france: { done: unknown } }).france.done;
  };
  const shown = async (selection: string): Promise<unknown> => {
    const { data, errors } = await registry.ask(
      coordinator,
      `{ france { registry { patient(code: "${patientCode}") { ${selection} } } } }`,
    );
    expect(errors).toBeUndefined();
    return (data as { france: { registry: { patient: unknown } } }).france.registry.patient;
  };
  const rows = (statement: string): Promise<unknown[]> => registry.dataSource.query(statement);
  const because = { reason: ['String!', 'Typing error.'], expectedVersion: ['Int!', 1] } as const;

  describe.each(families)('$name', ({ name, input, key, record, correction, wrong, problem, shown: selection }) => {
    const recording = name === 'Failure' ? 'notifyFailure' : `record${name}`;
    const given = (values: Values) => ({ input: [`${input}!`, { patientCode, ...values }] }) as const;
    const keyed = Object.fromEntries(Object.entries(key).map(([field, type]) => [field, [type, record[field]] as const]));
    const named = { patientCode: ['ID!', patientCode] as const, ...keyed };
    const at = (expectedVersion: number) => ({ ...because, expectedVersion: ['Int!', expectedVersion] }) as const;

    it('is recorded, corrected and voided by the centre, each time one version further', async () => {
      await open(bare);
      const before = await shown(selection);
      expect(await operate(center, recording, given(record))).toEqual({ code: patientCode, version: 2 });
      const recorded = await shown(selection);
      expect(JSON.stringify(recorded)).not.toBe(JSON.stringify(before));
      expect(await operate(center, `correct${name}`, { ...named, ...given({ ...record, ...correction }), ...at(2) })).toEqual({
        code: patientCode,
        version: 3,
      });
      const corrected = await shown(selection);
      expect(JSON.stringify(corrected)).not.toBe(JSON.stringify(recorded));
      expect(await operate(center, `void${name}`, { ...named, ...at(3) })).toEqual({ code: patientCode, version: 4 });
      expect(await shown(selection)).toEqual(before);
      expect(await operate(center, `void${name}`, { ...named, ...at(4) })).toEqual({ code: 'NOT_FOUND' });

      const { items } = await new AuditHistory(registry.dataSource.manager).history(patientCode, { first: 10 });
      const action = name === 'Failure' ? 'NOTIFY_FAILURE' : 'RECORD';
      expect(items.map(({ action: done, actor, reason }) => [done, actor, reason])).toEqual([
        ['VOID', 'test-center', 'Typing error.'],
        ['CORRECT', 'test-center', 'Typing error.'],
        [action, 'test-center', undefined],
        ['IMPORT', 'test-coordinator', undefined],
      ]);
    });

    it('is refused by the rules of an import, at the path of the input, and nothing is stored', async () => {
      await open(bare);
      const [field, rule] = problem;
      const refusal = { code: 'BAD_USER_INPUT', problems: [{ field, rule, message: expect.stringMatching(/\w{2,} .*\.$/) }] };
      expect(await operate(center, recording, given({ ...record, ...wrong }))).toEqual(refusal);
      await operate(center, recording, given(record));
      expect(await operate(center, `correct${name}`, { ...named, ...given({ ...record, ...wrong }), ...at(2) })).toEqual(refusal);
      expect(await rows('SELECT revision FROM registry_state')).toEqual([{ revision: 2 }]);
    });

    it('is changed by who saw the present version', async () => {
      await open(bare);
      await operate(center, recording, given(record));
      const conflict = { code: 'CONFLICT', currentVersion: 2 };
      expect(await operate(center, recording, { ...given(record), expectedVersion: ['Int', 1] })).toEqual(conflict);
      expect(await operate(center, `correct${name}`, { ...named, ...given(record), ...at(1) })).toEqual(conflict);
      expect(await operate(center, `void${name}`, { ...named, ...at(1) })).toEqual(conflict);
      if (name !== 'Failure') expect(await operate(center, recording, given(record))).toEqual(conflict);
    });

    it('is changed no more once the case is locked', async () => {
      await open(bare);
      await operate(center, recording, given(record));
      await operate(coordinator, 'setRecordStatus', { patientCode: ['ID!', patientCode], status: ['RecordStatus!', 'LOCKED'] });
      const conflict = { code: 'CONFLICT', currentVersion: 3 };
      expect(await operate(center, recording, given({ ...record, ...correction }))).toEqual(conflict);
      expect(await operate(coordinator, `correct${name}`, { ...named, ...given({ ...record, ...correction }), ...at(3) })).toEqual(
        conflict,
      );
      expect(await operate(coordinator, `void${name}`, { ...named, ...at(3) })).toEqual(conflict);
    });

    it('is not the business of a validator, nor of another centre', async () => {
      await open(bare);
      for (const caller of [callerAs('VALIDATOR'), callerAs('CENTER', 'FR-002'), callerAs('LEAD')]) {
        expect(await operate(caller, recording, given(record))).toEqual({ code: 'FORBIDDEN' });
        expect(await operate(caller, `correct${name}`, { ...named, ...given(record), ...at(1) })).toEqual({ code: 'FORBIDDEN' });
        expect(await operate(caller, `void${name}`, { ...named, ...at(1) })).toEqual({ code: 'FORBIDDEN' });
      }
    });
  });

  it('tells every problem at once', async () => {
    await open(bare);
    const input = { patientCode, assessedOn: '2027-01-01', wbc: 2000, bcrAbl1IsPct: 1001, phase: 'CHRONIC' };
    expect(await operate(center, 'recordAssessment', { input: ['AssessmentInput!', input] })).toMatchObject({
      problems: [
        { field: 'input.wbc', rule: 'OUTSIDE_HARD_RANGE' },
        { field: 'input.bcrAbl1IsPct', rule: 'OUTSIDE_HARD_RANGE' },
        { field: 'input.assessedOn', rule: 'FUTURE_DATE' },
      ],
    });
  });

  it('asks about what is improbable, and stops asking once it is corrected', async () => {
    await open(bare);
    const input = { patientCode, assessedOn: '2002-07-15', wbc: 700 };
    const questions = 'dataQueries { rule field state }';
    await operate(center, 'recordAssessment', { input: ['AssessmentInput!', input] });
    expect(await shown(questions)).toEqual({ dataQueries: [{ rule: 'OUTSIDE_SOFT_RANGE', field: 'wbc', state: 'OPEN' }] });
    await operate(center, 'correctAssessment', {
      patientCode: ['ID!', patientCode],
      assessedOn: ['CalendarDate!', '2002-07-15'],
      input: ['AssessmentInput!', { ...input, wbc: 7 }],
      ...because,
      expectedVersion: ['Int!', 2],
    });
    expect(await shown(questions)).toEqual({ dataQueries: [{ rule: 'OUTSIDE_SOFT_RANGE', field: 'wbc', state: 'CLOSED' }] });
  });

  describe('the key of a record', () => {
    const correcting = (input: Values, expectedVersion = 1): Promise<unknown> =>
      operate(center, 'correctAssessment', {
        patientCode: ['ID!', patientCode],
        assessedOn: ['CalendarDate!', '2002-04-15'],
        input: ['AssessmentInput!', { patientCode, assessedOn: '2002-04-15', ...input }],
        ...because,
        expectedVersion: ['Int!', expectedVersion],
      });

    it('is corrected like any other field', async () => {
      await open(caseFacts());
      expect(await correcting({ assessedOn: '2002-04-16', wbc: 6 })).toEqual({ code: patientCode, version: 2 });
      expect(await shown('assessments { assessedOn wbc }')).toEqual({
        assessments: [
          { assessedOn: '2002-04-16', wbc: 6 },
          { assessedOn: '2002-07-15', wbc: 6 },
          { assessedOn: '2003-01-20', wbc: 6 },
        ],
      });
      expect(await correcting({ wbc: 7 }, 2)).toEqual({ code: 'NOT_FOUND' });
    });

    it('does not become that of another record, or of another patient', async () => {
      await open(caseFacts());
      expect(await correcting({ assessedOn: '2002-07-15' })).toEqual({ code: 'CONFLICT', currentVersion: 1 });
      expect(await correcting({ patientCode: 'FR-001-0002' })).toMatchObject({
        code: 'BAD_USER_INPUT',
        problems: [{ field: 'input.patientCode', rule: 'RECORD_OF_ANOTHER' }],
      });
    });

    it('is found in any notation of a variant', async () => {
      await open(caseFacts({ mutations: [{}] }));
      const named = {
        patientCode: ['ID!', patientCode],
        sampledOn: ['CalendarDate!', '2003-01-20'],
        variant: ['String!', 'p.(Met351Thr)'],
      } as const;
      expect(await operate(center, 'voidMutation', { ...named, ...because })).toEqual({ code: patientCode, version: 2 });
    });
  });

  it('does not take a line of therapy from under its doses', async () => {
    await open(bare);
    const named = { patientCode: ['ID!', patientCode], line: ['Int!', 1] } as const;
    expect(await operate(center, 'voidTreatment', { ...named, ...because })).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [{ field: 'line', rule: 'DOSE_WITHOUT_TREATMENT' }],
    });
  });

  it.each([
    ['', 'MISSING_VALUE'],
    ['Seen by Marie Dupont', 'IDENTIFYING_VALUE'],
  ])('wants a reason that names nobody: %j', async (reason, rule) => {
    await open(bare);
    const wrong = { ...because, reason: ['String!', reason] } as const;
    const refusal = { code: 'BAD_USER_INPUT', problems: [{ field: 'reason', rule, message: expect.any(String) }] };
    const line = { patientCode: ['ID!', patientCode], line: ['Int!', 1] } as const;
    const input = ['TreatmentInput!', { patientCode, line: 1, drug: 'IMATINIB', startedOn: '2002-01-16' }] as const;
    expect(await operate(center, 'voidTreatment', { ...line, ...wrong })).toEqual(refusal);
    expect(await operate(center, 'correctTreatment', { ...line, input, ...wrong })).toEqual(refusal);
    expect(await operate(center, 'voidPatient', { patientCode: ['ID!', patientCode], ...wrong }, '{ patientCode }')).toEqual(refusal);
  });

  it('lets one of two writers win, and tells the other', async () => {
    await open(bare);
    const writing = (wbc: number): Promise<unknown> =>
      operate(center, 'recordAssessment', {
        input: ['AssessmentInput!', { patientCode, assessedOn: `2002-0${wbc}-01`, wbc }],
        expectedVersion: ['Int', 1],
      });
    const outcomes = await Promise.all([3, 4, 5, 6, 7, 8].map(writing));
    expect(outcomes.filter((outcome) => (outcome as { version?: number }).version === 2)).toHaveLength(1);
    expect(outcomes.filter((outcome) => (outcome as { code: string }).code === 'CONFLICT')).toEqual(
      Array(5).fill({ code: 'CONFLICT', currentVersion: 2 }),
    );
    expect(await rows('SELECT count(*)::int AS n FROM assessments')).toEqual([{ n: 1 }]);
  });
});
