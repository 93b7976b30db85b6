import type { CaseFacts } from '@registry-hub/shared/domain';
import { HubError } from '@registry-hub/shared/errors';
import type { Caller } from '@registry-hub/shared/identity';
import { caseFacts } from '@registry-hub/shared/testing';
import type { GraphQLSchema } from 'graphql';
import { buildTestSchema, callerAs, openTestRegistry, TEST_NOW, type TestRegistry } from '../testing';

const centers = ['FR-001', 'FR-002', 'FR-003'].map((centerCode) => ({ centerCode, name: centerCode }));
type Changes = NonNullable<Parameters<typeof caseFacts>[0]>;
const of = (patientCode: string, changes: Changes = {}): CaseFacts =>
  caseFacts({ ...changes, patient: { patientCode, centerCode: patientCode.slice(0, 6), ...changes.patient } });
const withMutation: Changes = { mutations: [{ variant: 'T315I', sampledOn: '2003-01-20' }] };
const cases = [
  of('FR-001-0001', { ...withMutation, failure: { failedOn: '2003-01-20', notifiedOn: '2005-02-10' } }),
  of('FR-001-0002', { patient: { birthMonth: '1951-01', sex: 'UNKNOWN' }, failure: { failedOn: '2003-01-20', notifiedOn: '2005-02-20' } }),
  of('FR-001-0003', { patient: { birthMonth: '1952-01' }, failure: { failedOn: '2003-01-20', notifiedOn: '2005-05-01' } }),
  of('FR-002-0001', { diagnosis: undefined, failure: { failedOn: '2003-01-20', notifiedOn: '2003-01-21', decision: undefined } }),
  of('FR-002-0002', { patient: { birthMonth: '1953-01' }, failure: undefined }),
];

const coordinator = callerAs('COORDINATOR');
const validator = callerAs('VALIDATOR');
const center = callerAs('CENTER', 'FR-001');

const verifying = (assessedOn: string, more = ''): string =>
  `verifyAssessment(patientCode: "FR-001-0001", assessedOn: "${assessedOn}"${more}) { assessedOn verification { by at } }`;
const visiting = (visitedOn: string, checked: number, verified: number, more = ''): string =>
  `recordMonitoringVisit(center: "FR-001", visitedOn: "${visitedOn}", patientsChecked: 2, recordsChecked: ${checked},
     recordsVerified: ${verified}${more}) { visitedOn patientsChecked recordsChecked recordsVerified shareVerified remarks recordedBy recordedAt }`;

describe('quality control', () => {
  let schema: GraphQLSchema;
  let registry: TestRegistry;
  beforeAll(async () => {
    schema = await buildTestSchema();
  });
  beforeEach(async () => {
    registry = await openTestRegistry(schema);
    await registry.importCases(centers, cases);
  });
  afterEach(() => registry.close());

  const operate = async (caller: Caller, selection: string): Promise<unknown> => {
    const { data, errors } = await registry.ask(caller, `mutation { france { done: ${selection} } }`);
    const cause = errors?.[0]?.originalError;
    if (cause instanceof HubError) return { code: cause.code, ...cause.details };
    expect(errors).toBeUndefined();
    return (data as { france: { done: unknown } }).france.done;
  };
  const read = async (selection: string, caller: Caller = coordinator): Promise<unknown> => {
    const { data, errors } = await registry.ask(caller, `{ france { registry { ${selection} } } }`);
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify((data as { france: { registry: unknown } }).france.registry));
  };
  const verification = (): Promise<unknown> =>
    read(`patient(code: "FR-001-0001") { assessments { verification { by } } mutations { verification { by } } }`);
  const unverified = {
    patient: { assessments: [{ verification: null }, { verification: null }, { verification: null }], mutations: [{ verification: null }] },
  };

  describe('the report', () => {
    it('tells completeness by field group, of each centre and of the registry', async () => {
      const fields = 'completenessByGroup { group expected filled share }';
      const { quality } = (await read(`quality { ${fields} byCenter { center { code } ${fields} } }`)) as {
        quality: { completenessByGroup: unknown[]; byCenter: { center: { code: string }; completenessByGroup: unknown[] }[] };
      };
      expect(quality.completenessByGroup).toEqual(
        expect.arrayContaining([
          { group: 'DEMOGRAPHY', expected: 5, filled: 4, share: 0.8 },
          { group: 'DIAGNOSIS', expected: 25, filled: 20, share: 0.8 },
          { group: 'FAILURE', expected: 12, filled: 11, share: 11 / 12 },
        ]),
      );
      const [first, second, empty] = quality.byCenter;
      expect(first?.completenessByGroup).toContainEqual({ group: 'DEMOGRAPHY', expected: 3, filled: 2, share: 2 / 3 });
      expect(second?.completenessByGroup).toContainEqual({ group: 'DIAGNOSIS', expected: 10, filled: 5, share: 0.5 });
      expect(empty?.completenessByGroup).toContainEqual({ group: 'DIAGNOSIS', expected: 0, filled: 0, share: null });
    });

    it('says which fields are expected of which cases', async () => {
      const { quality } = (await read('quality { expectedFields { group name when } }')) as { quality: { expectedFields: unknown[] } };
      expect(quality.expectedFields).toContainEqual({ group: 'FOLLOW_UP', name: 'patient.deathCause', when: 'of every patient who died' });
    });

    it('tells the median days from failure to notification, exactly, and the notifications a month, without gaps', async () => {
      const fields = 'medianDaysToNotification lastNotifiedOn notifications { month count }';
      expect(await read(`quality { ${fields} byCenter { center { code } ${fields} } }`)).toEqual({
        quality: {
          // 1, 752, 762 and 832 days
          medianDaysToNotification: 757,
          lastNotifiedOn: '2005-05-01',
          notifications: expect.arrayContaining([
            { month: '2003-01', count: 1 },
            { month: '2003-02', count: 0 },
            { month: '2005-02', count: 2 },
            { month: '2005-05', count: 1 },
          ]),
          byCenter: [
            {
              center: { code: 'FR-001' },
              medianDaysToNotification: 762,
              lastNotifiedOn: '2005-05-01',
              notifications: [
                { month: '2005-02', count: 2 },
                { month: '2005-03', count: 0 },
                { month: '2005-04', count: 0 },
                { month: '2005-05', count: 1 },
              ],
            },
            {
              center: { code: 'FR-002' },
              medianDaysToNotification: 1,
              lastNotifiedOn: '2003-01-21',
              notifications: [{ month: '2003-01', count: 1 }],
            },
            { center: { code: 'FR-003' }, medianDaysToNotification: null, lastNotifiedOn: null, notifications: [] },
          ],
        },
      });
    });

    it("tells a centre's own figures to the centre, and no others", async () => {
      expect(await read('quality { patients medianDaysToNotification notifications { count } verification { records } }', center)).toEqual({
        quality: {
          patients: 3,
          medianDaysToNotification: 762,
          notifications: [{ count: 2 }, { count: 0 }, { count: 0 }, { count: 1 }],
          verification: { records: 10 },
        },
      });
    });

    it('follows every change of the facts', async () => {
      const completeness = async (): Promise<unknown> => read('quality { byCenter { completenessByGroup { group filled expected } } }');
      await registry.importCases(centers, [of('FR-001-0002', { patient: { birthMonth: '1951-01', sex: 'M' } })]);
      expect(await completeness()).toMatchObject({
        quality: { byCenter: [{ completenessByGroup: expect.arrayContaining([{ group: 'DEMOGRAPHY', filled: 3, expected: 3 }]) }, {}, {}] },
      });
      await operate(coordinator, 'withdrawConsent(patientCode: "FR-001-0002", on: "2006-01-10") { withdrawnOn }');
      expect(await completeness()).toMatchObject({
        quality: { byCenter: [{ completenessByGroup: expect.arrayContaining([{ group: 'DEMOGRAPHY', filled: 2, expected: 2 }]) }, {}, {}] },
      });
    });
  });

  describe('verifying', () => {
    it('marks an assessment and a mutation, by whom and when, and counts them', async () => {
      expect(await operate(validator, verifying('2002-04-15'))).toEqual({
        assessedOn: '2002-04-15',
        verification: { by: 'test-validator', at: TEST_NOW.toISOString() },
      });
      const mutation = 'verifyMutation(patientCode: "FR-001-0001", sampledOn: "2003-01-20", variant: "p.(Thr315Ile)")';
      expect(await operate(validator, `${mutation} { variant verification { by } }`)).toEqual({
        variant: 'T315I',
        verification: { by: 'test-validator' },
      });
      expect(await read('revision quality { verification { records verified share } byCenter { verification { verified } } }')).toEqual({
        revision: 3,
        quality: {
          verification: { records: 16, verified: 2, share: 2 / 16 },
          byCenter: [{ verification: { verified: 2 } }, { verification: { verified: 0 } }, { verification: { verified: 0 } }],
        },
      });
    });

    it('is void once the record changes, and holds when another does', async () => {
      await operate(validator, verifying('2002-04-15'));
      await operate(validator, verifying('2002-07-15'));
      const [first, ...others] = cases[0]?.assessments ?? [];
      if (!first) throw new Error('no assessment');
      const changed = { ...(cases[0] ?? caseFacts()), assessments: [{ ...first, wbc: 7 }, ...others] };
      await registry.importCases(centers, [changed]);
      expect(await verification()).toEqual({
        patient: {
          assessments: [{ verification: null }, { verification: { by: 'test-validator' } }, { verification: null }],
          mutations: [{ verification: null }],
        },
      });
    });

    it('changes no version of the case, and asks for the one that was looked at', async () => {
      await operate(validator, verifying('2002-04-15', ', expectedVersion: 1'));
      expect(await read('patient(code: "FR-001-0001") { version }')).toEqual({ patient: { version: 1 } });
      expect(await operate(validator, verifying('2002-07-15', ', expectedVersion: 2'))).toEqual({ code: 'CONFLICT', currentVersion: 1 });
    });

    it('finds no record that is not there', async () => {
      expect(await operate(validator, verifying('2002-04-16'))).toEqual({ code: 'NOT_FOUND' });
      const of = (code: string, variant: string): string =>
        `verifyMutation(patientCode: "${code}", sampledOn: "2003-01-20", variant: "${variant}") { variant }`;
      expect(await operate(validator, of('FR-001-0001', 'M351T'))).toEqual({ code: 'NOT_FOUND' });
      expect(await operate(validator, of('FR-001-0099', 'T315I'))).toEqual({ code: 'NOT_FOUND' });
    });

    it('is not for a centre, nor for a locked case', async () => {
      expect(await operate(center, verifying('2002-04-15'))).toEqual({ code: 'FORBIDDEN' });
      for (const status of ['IN_REVIEW', 'VALIDATED', 'LOCKED']) {
        await operate(coordinator, `setRecordStatus(patientCode: "FR-001-0001", status: ${status}) { version }`);
      }
      expect(await operate(validator, verifying('2002-04-15'))).toMatchObject({ code: 'CONFLICT' });
      expect(await verification()).toEqual(unverified);
    });

    it('goes with the patient who withdraws', async () => {
      await operate(validator, verifying('2002-04-15'));
      await operate(coordinator, 'withdrawConsent(patientCode: "FR-001-0001", on: "2006-01-10") { withdrawnOn }');
      expect(await registry.dataSource.query('SELECT 1 FROM verifications')).toEqual([]);
      expect(await registry.dataSource.query(`SELECT 1 FROM case_completeness WHERE patient_code = 'FR-001-0001'`)).toEqual([]);
    });
  });

  describe('monitoring visits', () => {
    it('are recorded with the share of source data verified, and corrected under the same day', async () => {
      expect(await operate(validator, visiting('2006-03-01', 40, 30, ', remarks: "Two files were missing."'))).toEqual({
        visitedOn: '2006-03-01',
        patientsChecked: 2,
        recordsChecked: 40,
        recordsVerified: 30,
        shareVerified: 0.75,
        remarks: 'Two files were missing.',
        recordedBy: 'test-validator',
        recordedAt: TEST_NOW.toISOString(),
      });
      await operate(coordinator, visiting('2006-06-01', 10, 10));
      await operate(coordinator, visiting('2006-03-01', 40, 40));
      expect(await read('center(code: "FR-001") { monitoringVisits { visitedOn recordsVerified remarks } }')).toEqual({
        center: {
          monitoringVisits: [
            { visitedOn: '2006-03-01', recordsVerified: 40, remarks: null },
            { visitedOn: '2006-06-01', recordsVerified: 10, remarks: null },
          ],
        },
      });
      const summary = 'monitoring { visits lastVisitedOn recordsChecked recordsVerified shareVerified }';
      const all = { visits: 2, lastVisitedOn: '2006-06-01', recordsChecked: 50, recordsVerified: 50, shareVerified: 1 };
      const none = { visits: 0, lastVisitedOn: null, recordsChecked: 0, recordsVerified: 0, shareVerified: null };
      expect(await read(`quality { ${summary} byCenter { ${summary} } }`)).toEqual({
        quality: { monitoring: all, byCenter: [{ monitoring: all }, { monitoring: none }, { monitoring: none }] },
      });
    });

    it.each([
      ['a day to come', visiting('2026-11-22', 1, 1), ['visitedOn']],
      ['fewer records than were verified', visiting('2006-03-01', 1, 2), ['recordsVerified']],
      ['numbers below 0', visiting('2006-03-01', 0, -1), ['recordsVerified']],
      ['a person in the remarks', visiting('2006-03-01', 1, 1, ', remarks: "Ask m.curie@example.org"'), ['remarks']],
    ])('refuse %s', async (_, selection, fields) => {
      const refusal = (await operate(validator, selection)) as { code: string; problems: { field: string }[] };
      expect([refusal.code, refusal.problems.map(({ field }) => field)]).toEqual(['BAD_USER_INPUT', fields]);
    });

    it('are for a centre that is there, and not for the centre to record', async () => {
      expect(await operate(validator, visiting('2006-03-01', 1, 1).replace('FR-001', 'FR-009'))).toEqual({ code: 'NOT_FOUND' });
      expect(await operate(center, visiting('2006-03-01', 1, 1))).toEqual({ code: 'FORBIDDEN' });
    });
  });

  it('writes all of it into the audit trail', async () => {
    await operate(validator, verifying('2002-04-15'));
    await operate(validator, visiting('2006-03-01', 40, 30));
    const entries = await registry.dataSource.query(
      `SELECT action, actor FROM audit_entries WHERE action IN ('VERIFY', 'MONITORING_VISIT') ORDER BY sequence`,
    );
    expect(entries).toEqual([
      { action: 'VERIFY', actor: 'test-validator' },
      { action: 'MONITORING_VISIT', actor: 'test-validator' },
    ]);
  });
});
