import type { CalendarMonth } from '@registry-hub/shared/domain';
import type { Caller } from '@registry-hub/shared/identity';
import { type CaseChanges, caseFacts } from '@registry-hub/shared/testing';
import { AuditHistory } from '../audit';
import { askOperation, callerAs, type OperationArguments, openTestRegistry, type TestRegistry } from '../testing';

const centers = [
  { centerCode: 'FR-001', name: 'Poitiers' },
  { centerCode: 'FR-002', name: 'Clermont-Ferrand' },
];
const coordinator = callerAs('COORDINATOR');
const center = callerAs('CENTER', 'FR-001');

/** On imatinib, and nothing else is documented yet. */
const bare: CaseChanges = { diagnosis: undefined, failure: undefined, assessments: [] };

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
  let registry: TestRegistry;
  let registered = 0;
  beforeAll(async () => {
    registry = await openTestRegistry();
    await registry.importCases(centers, []);
  });
  afterAll(() => registry.close());

  /** @returns the code of a patient of the first centre who is like no other */
  const newPatient = async (changes: CaseChanges = bare): Promise<string> => {
    registered += 1;
    const patientCode = `FR-001-${String(registered).padStart(4, '0')}`;
    const birthMonth = `${1930 + registered}-01` as CalendarMonth;
    await registry.importCases([], [caseFacts({ ...changes, patient: { patientCode, birthMonth } })]);
    return patientCode;
  };
  const operate = (caller: Caller, operation: string, args: OperationArguments, selection = '{ code version }'): Promise<unknown> =>
    askOperation(registry, caller, operation, args, selection);
  const shown = async (patientCode: string, selection: string): Promise<unknown> => {
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
    const given = (patientCode: string, values: Values) => ({ input: [`${input}!`, { patientCode, ...values }] }) as const;
    const keyed = Object.fromEntries(Object.entries(key).map(([field, type]) => [field, [type, record[field]] as const]));
    const named = (patientCode: string) => ({ patientCode: ['ID!', patientCode] as const, ...keyed });
    const at = (expectedVersion: number) => ({ ...because, expectedVersion: ['Int!', expectedVersion] }) as const;

    it('is recorded, corrected and voided by the centre, each time one version further', async () => {
      const patientCode = await newPatient();
      const before = await shown(patientCode, selection);
      expect(await operate(center, recording, given(patientCode, record))).toEqual({ code: patientCode, version: 2 });
      const recorded = await shown(patientCode, selection);
      expect(JSON.stringify(recorded)).not.toBe(JSON.stringify(before));
      expect(
        await operate(center, `correct${name}`, { ...named(patientCode), ...given(patientCode, { ...record, ...correction }), ...at(2) }),
      ).toEqual({
        code: patientCode,
        version: 3,
      });
      const corrected = await shown(patientCode, selection);
      expect(JSON.stringify(corrected)).not.toBe(JSON.stringify(recorded));
      expect(await operate(center, `void${name}`, { ...named(patientCode), ...at(3) })).toEqual({ code: patientCode, version: 4 });
      expect(await shown(patientCode, selection)).toEqual(before);
      expect(await operate(center, `void${name}`, { ...named(patientCode), ...at(4) })).toEqual({ code: 'NOT_FOUND' });

      const { items } = await new AuditHistory(registry.dataSource.manager).page(patientCode, { first: 100 });
      const action = name === 'Failure' ? 'NOTIFY_FAILURE' : 'RECORD';
      const changes = items.filter(({ records }) => records.length > 0);
      expect(changes.map(({ action: done, actor, reason }) => [done, actor, reason])).toEqual([
        ['VOID', 'test-center', 'Typing error.'],
        ['CORRECT', 'test-center', 'Typing error.'],
        [action, 'test-center', undefined],
        ['IMPORT', 'test-coordinator', undefined],
      ]);
    });

    it('is refused by the rules of an import, at the path of the input, and nothing is stored', async () => {
      const patientCode = await newPatient();
      const [field, rule] = problem;
      const refusal = { code: 'BAD_USER_INPUT', problems: [{ field, rule, message: expect.stringMatching(/\w{2,} .*\.$/) }] };
      expect(await operate(center, recording, given(patientCode, { ...record, ...wrong }))).toEqual(refusal);
      await operate(center, recording, given(patientCode, record));
      expect(
        await operate(center, `correct${name}`, { ...named(patientCode), ...given(patientCode, { ...record, ...wrong }), ...at(2) }),
      ).toEqual(refusal);
      expect(await shown(patientCode, 'version')).toEqual({ version: 2 });
    });

    it('is changed by who saw the present version', async () => {
      const patientCode = await newPatient();
      await operate(center, recording, given(patientCode, record));
      const conflict = { code: 'CONFLICT', currentVersion: 2 };
      expect(await operate(center, recording, { ...given(patientCode, record), expectedVersion: ['Int', 1] })).toEqual(conflict);
      expect(await operate(center, `correct${name}`, { ...named(patientCode), ...given(patientCode, record), ...at(1) })).toEqual(conflict);
      expect(await operate(center, `void${name}`, { ...named(patientCode), ...at(1) })).toEqual(conflict);
      if (name !== 'Failure') expect(await operate(center, recording, given(patientCode, record))).toEqual(conflict);
    });

    it('is changed no more once the case is locked', async () => {
      const patientCode = await newPatient();
      await operate(center, recording, given(patientCode, record));
      await rows(`UPDATE patients SET record_status = 'LOCKED' WHERE patient_code = '${patientCode}'`);
      const conflict = { code: 'CONFLICT', currentVersion: 2 };
      expect(await operate(center, recording, given(patientCode, { ...record, ...correction }))).toEqual(conflict);
      expect(
        await operate(coordinator, `correct${name}`, {
          ...named(patientCode),
          ...given(patientCode, { ...record, ...correction }),
          ...at(2),
        }),
      ).toEqual(conflict);
      expect(await operate(coordinator, `void${name}`, { ...named(patientCode), ...at(2) })).toEqual(conflict);
    });

    it('is not the business of a validator, nor of another centre', async () => {
      const patientCode = await newPatient();
      for (const caller of [callerAs('VALIDATOR'), callerAs('CENTER', 'FR-002'), callerAs('LEAD')]) {
        expect(await operate(caller, recording, given(patientCode, record))).toEqual({ code: 'FORBIDDEN' });
        expect(await operate(caller, `correct${name}`, { ...named(patientCode), ...given(patientCode, record), ...at(1) })).toEqual({
          code: 'FORBIDDEN',
        });
        expect(await operate(caller, `void${name}`, { ...named(patientCode), ...at(1) })).toEqual({ code: 'FORBIDDEN' });
      }
    });
  });

  it('tells every problem at once', async () => {
    const patientCode = await newPatient();
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
    const patientCode = await newPatient();
    const input = { patientCode, assessedOn: '2002-07-15', wbc: 700 };
    const questions = 'dataQueries { rule field state }';
    await operate(center, 'recordAssessment', { input: ['AssessmentInput!', input] });
    expect(await shown(patientCode, questions)).toEqual({ dataQueries: [{ rule: 'OUTSIDE_SOFT_RANGE', field: 'wbc', state: 'OPEN' }] });
    await operate(center, 'correctAssessment', {
      patientCode: ['ID!', patientCode],
      assessedOn: ['CalendarDate!', '2002-07-15'],
      input: ['AssessmentInput!', { ...input, wbc: 7 }],
      ...because,
      expectedVersion: ['Int!', 2],
    });
    expect(await shown(patientCode, questions)).toEqual({ dataQueries: [{ rule: 'OUTSIDE_SOFT_RANGE', field: 'wbc', state: 'CLOSED' }] });
  });

  describe('the key of a record', () => {
    const correcting = (patientCode: string, input: Values, expectedVersion = 1): Promise<unknown> =>
      operate(center, 'correctAssessment', {
        patientCode: ['ID!', patientCode],
        assessedOn: ['CalendarDate!', '2002-04-15'],
        input: ['AssessmentInput!', { patientCode, assessedOn: '2002-04-15', ...input }],
        ...because,
        expectedVersion: ['Int!', expectedVersion],
      });

    it('is corrected like any other field', async () => {
      const patientCode = await newPatient({});
      expect(await correcting(patientCode, { assessedOn: '2002-04-16', wbc: 6 })).toEqual({ code: patientCode, version: 2 });
      expect(await shown(patientCode, 'assessments { assessedOn wbc }')).toEqual({
        assessments: [
          { assessedOn: '2002-04-16', wbc: 6 },
          { assessedOn: '2002-07-15', wbc: 6 },
          { assessedOn: '2003-01-20', wbc: 6 },
        ],
      });
      expect(await correcting(patientCode, { wbc: 7 }, 2)).toEqual({ code: 'NOT_FOUND' });
    });

    it('does not become that of another record, or of another patient', async () => {
      const patientCode = await newPatient({});
      expect(await correcting(patientCode, { assessedOn: '2002-07-15' })).toEqual({ code: 'CONFLICT', currentVersion: 1 });
      expect(await correcting(patientCode, { patientCode: 'FR-001-9999' })).toMatchObject({
        code: 'BAD_USER_INPUT',
        problems: [{ field: 'input.patientCode', rule: 'RECORD_OF_ANOTHER' }],
      });
    });

    it('is found in any notation of a variant', async () => {
      const patientCode = await newPatient({ mutations: [{}] });
      const named = {
        patientCode: ['ID!', patientCode],
        sampledOn: ['CalendarDate!', '2003-01-20'],
        variant: ['String!', 'p.(Met351Thr)'],
      } as const;
      expect(await operate(center, 'voidMutation', { ...named, ...because })).toEqual({ code: patientCode, version: 2 });
    });
  });

  it('takes the gene of a variant beside it, and finds the record by its whole name', async () => {
    const patientCode = await newPatient({});
    const input = { patientCode, sampledOn: '2003-01-20', gene: 'KIT', variant: 'p.(Asp816Val)' };
    const recorded = { input: ['MutationInput!', input] } as const;
    expect(
      await operate(center, 'recordMutation', recorded, '{ mutations { gene variant found catalogue { region sensitivities { code } } } }'),
    ).toEqual({
      mutations: [
        { gene: 'KIT', variant: 'KIT D816V', found: true, catalogue: { region: 'ACTIVATION_LOOP', sensitivities: [{ code: 'R' }] } },
      ],
    });
    const named = {
      patientCode: ['ID!', patientCode],
      sampledOn: ['CalendarDate!', '2003-01-20'],
      variant: ['String!', 'KIT p.(Asp816Val)'],
    } as const;
    const corrected = {
      ...named,
      input: ['MutationInput!', { ...input, variant: 'NONE' }],
      reason: because.reason,
      expectedVersion: ['Int!', 2],
    } as const;
    expect(await operate(center, 'correctMutation', corrected, '{ mutations { gene variant found catalogue { region } } }')).toEqual({
      mutations: [{ gene: 'KIT', variant: 'KIT NONE', found: false, catalogue: null }],
    });
  });

  it('does not take a line of therapy from under its doses', async () => {
    const patientCode = await newPatient();
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
    const patientCode = await newPatient();
    const wrong = { ...because, reason: ['String!', reason] } as const;
    const refusal = { code: 'BAD_USER_INPUT', problems: [{ field: 'reason', rule, message: expect.any(String) }] };
    const line = { patientCode: ['ID!', patientCode], line: ['Int!', 1] } as const;
    const input = ['TreatmentInput!', { patientCode, line: 1, drug: 'IMATINIB', startedOn: '2002-01-16' }] as const;
    expect(await operate(center, 'voidTreatment', { ...line, ...wrong })).toEqual(refusal);
    expect(await operate(center, 'correctTreatment', { ...line, input, ...wrong })).toEqual(refusal);
    expect(await operate(center, 'voidPatient', { patientCode: ['ID!', patientCode], ...wrong }, '{ patientCode }')).toEqual(refusal);
  });

  it('lets one of two writers win, and tells the other', async () => {
    const patientCode = await newPatient();
    const writing = (wbc: number): Promise<unknown> =>
      operate(center, 'recordAssessment', {
        input: ['AssessmentInput!', { patientCode, assessedOn: `2002-0${wbc}-01`, wbc }],
        expectedVersion: ['Int', 1],
      });
    const outcomes = await Promise.all([3, 4, 5, 6, 7, 8].map(writing));
    expect(outcomes.filter((outcome) => (outcome as { version?: number }).version === 2)).toHaveLength(1);
    expect(outcomes.filter((outcome) => (outcome as { code: string }).code === 'CONFLICT')).toEqual(
      Array.from({ length: 5 }, () => ({ code: 'CONFLICT', currentVersion: 2 })),
    );
    expect(await shown(patientCode, 'assessments { wbc }')).toMatchObject({ assessments: { length: 1 } });
  });
});
