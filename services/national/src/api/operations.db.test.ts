import { HubError } from '@registry-hub/shared/errors';
import type { Caller } from '@registry-hub/shared/identity';
import { caseFacts } from '@registry-hub/shared/testing';
import type { GraphQLSchema } from 'graphql';
import { buildTestSchema, callerAs, openTestRegistry, TEST_NOW, type TestRegistry, writeBundle } from '../testing';

const centers = [
  { centerCode: 'FR-001', name: 'Poitiers' },
  { centerCode: 'FR-002', name: 'Clermont-Ferrand' },
];
const notified = caseFacts();
const unnotified = caseFacts({ patient: { patientCode: 'FR-001-0002', birthMonth: '1951-01' }, failure: undefined });
const questionable = caseFacts({ patient: { patientCode: 'FR-002-0001', centerCode: 'FR-002', birthMonth: '1990-06' } });

const coordinator = callerAs('COORDINATOR');
const validator = callerAs('VALIDATOR');
const center = callerAs('CENTER', 'FR-001');

const notification = (patientCode: string, failedOn = '2003-01-20'): string =>
  `notifyFailure(input: { patientCode: "${patientCode}", notifiedOn: "2005-03-01", failedOn: "${failedOn}",
    reportedSubcategory: NO_MAJOR_CYTOGENETIC_RESPONSE })`;
const withdrawal = (on: string): string => `withdrawConsent(patientCode: "FR-001-0001", on: "${on}") { patientCode withdrawnOn }`;
const moving = (patientCode: string, status: string, reason?: string): string =>
  `setRecordStatus(patientCode: "${patientCode}", status: ${status}${reason ? `, reason: "${reason}"` : ''}) { recordStatus version }`;

describe('operations on a registry', () => {
  let schema: GraphQLSchema;
  let registry: TestRegistry;
  beforeAll(async () => {
    schema = await buildTestSchema();
  });
  beforeEach(async () => {
    registry = await openTestRegistry(schema);
    await registry.importCases(centers, [notified, unnotified, questionable]);
  });
  afterEach(() => registry.close());

  const operate = async (caller: Caller, selection: string): Promise<unknown> => {
    const { data, errors } = await registry.ask(caller, `mutation { france { done: ${selection} } }`);
    const cause = errors?.[0]?.originalError;
    if (cause instanceof HubError) return { code: cause.code, ...cause.details };
    expect(errors).toBeUndefined();
    return (data as { france: { done: unknown } }).france.done;
  };
  const read = async (selection: string): Promise<unknown> => {
    const { data, errors } = await registry.ask(coordinator, `{ france { registry { ${selection} } } }`);
    expect(errors).toBeUndefined();
    return (data as { france: { registry: unknown } }).france.registry;
  };
  const queryId = async (patientCode: string): Promise<string> => {
    const found = await read(`dataQueries(filter: { patientCode: "${patientCode}", severity: [HARD] }) { edges { node { id } } }`);
    return (found as { dataQueries: { edges: [{ node: { id: string } }] } }).dataQueries.edges[0].node.id;
  };

  describe('importBundle', () => {
    it('reports, and stores only when it is no dry run', async () => {
      const [, patients] = writeBundle(centers, [caseFacts({ patient: { patientCode: 'FR-001-0003', birthMonth: '1940-02' } })]);
      const files = `files: [{ name: "patients.csv", content: ${JSON.stringify(patients?.content)} }]`;
      const selection = '{ stored rows patients dataQueriesRaised problems { severity file line column rule message } }';
      expect(await operate(coordinator, `importBundle(${files}, dryRun: true) ${selection}`)).toMatchObject({ stored: false, patients: 1 });
      expect(await read('registeredCases')).toEqual({ registeredCases: 3 });
      expect(await operate(coordinator, `importBundle(${files}) ${selection}`)).toMatchObject({ stored: true, rows: 1 });
      expect(await read('registeredCases')).toEqual({ registeredCases: 4 });
    });

    it('tells where every fault is', async () => {
      const files = 'files: [{ name: "patients.csv", content: "patient_code,center_code\\nFR-001-0009,FR-001\\n" }]';
      const report = await operate(coordinator, `importBundle(${files}) { stored problems { severity file line column } }`);
      expect(report).toMatchObject({ stored: false });
      expect(report).toHaveProperty(
        'problems',
        expect.arrayContaining([{ severity: 'HARD', file: 'patients.csv', line: 1, column: 'sex' }]),
      );
    });

    it.each([validator, center, callerAs('LEAD'), { ...coordinator, country: 'DE' }])(
      'is refused to $roles of $country',
      async (caller) => {
        expect(await operate(caller, 'importBundle(files: []) { stored }')).toEqual({ code: 'FORBIDDEN' });
      },
    );
  });

  describe('notifyFailure', () => {
    it('derives the case anew, by the centre it belongs to', async () => {
      const selection = '{ code version failure { failedOn decision } derived { failureSubcategory ageAtFailure } }';
      expect(await operate(center, `${notification('FR-001-0002')} ${selection}`)).toEqual({
        code: 'FR-001-0002',
        version: 2,
        failure: { failedOn: '2003-01-20', decision: null },
        derived: { failureSubcategory: 'NO_MAJOR_CYTOGENETIC_RESPONSE', ageAtFailure: 52 },
      });
      expect(await read('revision')).toEqual({ revision: 2 });
    });

    it('names the field of the input that a rule refuses, and stores nothing', async () => {
      expect(await operate(center, `${notification('FR-001-0002', '2001-01-01')} { code }`)).toMatchObject({
        code: 'BAD_USER_INPUT',
        problems: expect.arrayContaining([expect.objectContaining({ field: 'input.failedOn' })]),
      });
      expect(await read('patient(code: "FR-001-0002") { failure { failedOn } } revision')).toEqual({
        patient: { failure: null },
        revision: 1,
      });
    });

    it("refuses another centre's patient, and does not find one that is not there", async () => {
      expect(await operate(center, `${notification('FR-002-0001')} { code }`)).toEqual({ code: 'FORBIDDEN' });
      expect(await operate(center, `${notification('FR-001-0099')} { code }`)).toEqual({ code: 'NOT_FOUND' });
    });
  });

  describe('withdrawConsent', () => {
    it('takes the patient out of every list and figure at once', async () => {
      expect(await operate(coordinator, withdrawal('2006-01-10'))).toEqual({ patientCode: 'FR-001-0001', withdrawnOn: '2006-01-10' });
      expect(await read('registeredCases revision patient(code: "FR-001-0001") { code } patients { totalCount }')).toEqual({
        registeredCases: 2,
        revision: 2,
        patient: null,
        patients: { totalCount: 2 },
      });
      expect(await registry.dataSource.query(`SELECT 1 FROM derived_cases WHERE patient_code = 'FR-001-0001'`)).toEqual([]);
      expect(await operate(coordinator, withdrawal('2006-01-10'))).toEqual({ code: 'NOT_FOUND' });
      expect(await operate(coordinator, `${notification('FR-001-0001')} { code }`)).toEqual({ code: 'NOT_FOUND' });
    });

    it('is not for a day to come, nor for a centre or a validator', async () => {
      expect(await operate(coordinator, withdrawal('2026-11-22'))).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field: 'on' }] });
      expect(await operate(center, withdrawal('2006-01-10'))).toEqual({ code: 'FORBIDDEN' });
      expect(await operate(validator, withdrawal('2006-01-10'))).toEqual({ code: 'FORBIDDEN' });
    });
  });

  describe('a data query', () => {
    it('is raised by a validator, answered by the centre and closed by the validator', async () => {
      const fields = '{ id rule severity field message state thread { author at text } }';
      const raised = await operate(validator, `raiseDataQuery(patientCode: "FR-001-0001", field: "sex", message: "Is it so?") ${fields}`);
      expect(raised).toMatchObject({ rule: 'MANUAL', severity: 'SOFT', field: 'sex', message: 'Is it so?', state: 'OPEN', thread: [] });
      const { id } = raised as { id: string };

      const answer = { author: 'test-center', at: TEST_NOW.toISOString(), text: 'It is.' };
      expect(await operate(center, `answerDataQuery(id: "${id}", text: "It is.") ${fields}`)).toMatchObject({
        state: 'ANSWERED',
        thread: [answer],
      });
      expect(await operate(validator, `closeDataQuery(id: "${id}") ${fields}`)).toMatchObject({ state: 'CLOSED', thread: [answer] });
      expect(await operate(validator, `closeDataQuery(id: "${id}") { id }`)).toEqual({ code: 'CONFLICT' });
      expect(await operate(center, `answerDataQuery(id: "${id}", text: "Again.") { id }`)).toEqual({ code: 'CONFLICT' });
    });

    it('needs words', async () => {
      expect(await operate(validator, 'raiseDataQuery(patientCode: "FR-001-0001", message: " ") { id }')).toMatchObject({
        code: 'BAD_USER_INPUT',
        problems: [{ field: 'message' }],
      });
      expect(await operate(validator, 'raiseDataQuery(patientCode: "FR-001-0099", message: "Is it so?") { id }')).toEqual({
        code: 'NOT_FOUND',
      });
    });

    it('of another centre is as far away as one that is not there', async () => {
      const id = await queryId('FR-002-0001');
      expect(await operate(center, `answerDataQuery(id: "${id}", text: "?") { id }`)).toEqual({ code: 'FORBIDDEN' });
      expect(await operate(center, 'answerDataQuery(id: "999999", text: "?") { id }')).toEqual({ code: 'FORBIDDEN' });
      expect(await operate(coordinator, 'answerDataQuery(id: "999999", text: "?") { id }')).toEqual({ code: 'NOT_FOUND' });
      expect(await operate(coordinator, 'closeDataQuery(id: "nonsense") { id }')).toEqual({ code: 'NOT_FOUND' });
    });

    it('that a person closed stays closed when the rule finds the same again', async () => {
      const id = await queryId('FR-002-0001');
      await operate(validator, `closeDataQuery(id: "${id}", text: "Settled with the centre.") { id }`);
      await registry.importCases(centers, [questionable]);
      expect(await read('dataQueries(filter: { state: [OPEN], severity: [HARD] }) { totalCount }')).toEqual({
        dataQueries: { totalCount: 0 },
      });
    });
  });

  describe('setRecordStatus', () => {
    it('moves a case, and its derived row with it', async () => {
      expect(await operate(validator, moving('FR-001-0001', 'VALIDATED'))).toEqual({ recordStatus: 'VALIDATED', version: 2 });
      expect(await registry.dataSource.query(`SELECT record_status FROM derived_cases WHERE patient_code = 'FR-001-0001'`)).toEqual([
        { record_status: 'VALIDATED' },
      ]);
    });

    it('validates no case with an unsettled HARD query', async () => {
      expect(await operate(validator, moving('FR-002-0001', 'IN_REVIEW'))).toMatchObject({ recordStatus: 'IN_REVIEW' });
      expect(await operate(validator, moving('FR-002-0001', 'VALIDATED'))).toEqual({ code: 'CONFLICT', currentVersion: 2 });
      await operate(validator, `closeDataQuery(id: "${await queryId('FR-002-0001')}") { id }`);
      expect(await operate(validator, moving('FR-002-0001', 'VALIDATED'))).toMatchObject({ recordStatus: 'VALIDATED' });
    });

    it('locks and unlocks by a coordinator alone; what is locked is not changed', async () => {
      expect(await operate(validator, moving('FR-001-0001', 'LOCKED'))).toEqual({ code: 'FORBIDDEN' });
      expect(await operate(coordinator, moving('FR-001-0001', 'LOCKED'))).toMatchObject({ recordStatus: 'LOCKED' });
      expect(await operate(center, `${notification('FR-001-0001')} { code }`)).toEqual({ code: 'CONFLICT', currentVersion: 2 });
      expect(await operate(validator, moving('FR-001-0001', 'IN_REVIEW', 'Source found.'))).toEqual({ code: 'FORBIDDEN' });
      expect(await operate(coordinator, moving('FR-001-0001', 'IN_REVIEW'))).toMatchObject({
        code: 'BAD_USER_INPUT',
        problems: [{ field: 'reason', rule: 'MISSING_VALUE' }],
      });
      expect(await operate(coordinator, moving('FR-001-0001', 'IN_REVIEW', 'Source found.'))).toMatchObject({ recordStatus: 'IN_REVIEW' });
    });
  });
});
