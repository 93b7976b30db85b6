import { type CohortQuestion, countAt, LAYOUT_VERSION, NO_COUNTS } from '@registry-hub/shared/statistics';
import { caseFacts } from '@registry-hub/shared/testing';
import { verifyAuditTrail } from '../audit';
import { askOperation, callerAs, type OperationArguments, openTestRegistry, type TestRegistry } from '../testing';

const coordinator = callerAs('COORDINATOR');
const centers = [{ centerCode: 'FR-001', name: 'Poitiers' }];
const withdrawn = 'FR-001-0001';
const other = 'FR-001-0002';
/** Well formed, and never anybody's. */
const nobody = 'FR-001-0099';
const code = (patientCode: string) => ['ID!', patientCode] as const;

describe('consent', () => {
  let registry: TestRegistry;
  beforeEach(async () => {
    registry = await openTestRegistry();
    await registry.importCases(centers, [
      caseFacts({ diagnosis: { wbc: 700 }, mutations: [{}], adverseEvents: [{}] }),
      caseFacts({ patient: { patientCode: other } }),
    ]);
  });
  afterEach(() => registry.close());

  const operate = (operation: string, args: OperationArguments, selection = '{ code }'): Promise<unknown> =>
    askOperation(registry, coordinator, operation, args, selection);
  const withdraw = (on = '2006-01-10', patientCode = withdrawn): Promise<unknown> =>
    operate('withdrawConsent', { patientCode: code(patientCode), on: ['CalendarDate!', on] }, '{ patientCode withdrawnOn }');
  const rows = (statement: string): Promise<unknown[]> => registry.dataSource.query(statement);
  const size = async (scope: 'NATIONAL' | 'EUROPEAN'): Promise<number> => {
    const { counter } = registry.services.statistics;
    const question: CohortQuestion = {
      layoutVersion: LAYOUT_VERSION,
      filter: { registry: 'IMATINIB_FAILURE' },
      figures: [{ kind: 'size' }],
      countries: ['FR'],
    };
    const { figures } = await (await counter.open(question, scope, await counter.currentState())).count();
    return countAt(figures[0] ?? NO_COUNTS, 0);
  };

  describe('that is withdrawn', () => {
    it('leaves nothing of the case but a tombstone', async () => {
      expect(await withdraw()).toEqual({ patientCode: withdrawn, withdrawnOn: '2006-01-10' });
      const tables: { name: string }[] = await registry.dataSource.query(
        `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'patient_code'`,
      );
      expect(tables.length).toBeGreaterThan(10);
      for (const { name } of tables) expect(await rows(`SELECT 1 FROM ${name} WHERE patient_code = '${withdrawn}'`)).toEqual([]);
      expect(await rows('SELECT withdrawn_on::text FROM withdrawals')).toEqual([{ withdrawn_on: '2006-01-10' }]);
      expect(await size('NATIONAL')).toBe(1);
      expect(await verifyAuditTrail(registry.dataSource)).toMatchObject({ valid: true });
    });

    it('leaves the code in no text about others', async () => {
      const asking = { patientCode: code(other), message: ['String!', `Is this ${withdrawn}, and not ${withdrawn}1?`] } as const;
      await operate('raiseDataQuery', asking, '{ id }');
      expect(JSON.stringify(await rows('SELECT message FROM data_queries'))).toContain(`as ${withdrawn}; confirm`);
      await withdraw();
      expect(await rows('SELECT message FROM data_queries')).toEqual([{ message: `Is this [erased], and not ${withdrawn}1?` }]);
    });

    it.each([
      ['2026-11-22', 'still to come'],
      ['2005-01-19', 'before the consent'],
    ])('is not withdrawn on %s, a day %s', async (on) => {
      expect(await withdraw(on)).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field: 'on' }] });
      expect(await rows('SELECT 1 FROM withdrawals')).toEqual([]);
    });

    it('is withdrawn whatever the status of the record', async () => {
      await rows(`UPDATE patients SET record_status = 'LOCKED'`);
      expect(await withdraw()).toMatchObject({ patientCode: withdrawn });
    });

    const because = { reason: ['String!', 'Typing error.'], expectedVersion: ['Int!', 1] } as const;
    const assessment = (patientCode: string) => ['AssessmentInput!', { patientCode, assessedOn: '2002-07-15' }] as const;
    const assessed = { assessedOn: ['CalendarDate!', '2002-07-15'] } as const;
    const patient = (patientCode: string) =>
      ['PatientInput!', { patientCode, centerCode: 'FR-001', sex: 'F', birthMonth: '1950-06', vitalStatus: 'ALIVE' }] as const;
    const failure = { notifiedOn: '2005-03-01', failedOn: '2003-01-20', reportedSubcategory: 'TOXICITY' };

    it.each<[operation: string, selection: string, args: (patientCode: string) => OperationArguments]>([
      ['recordAssessment', '{ code }', (of) => ({ input: assessment(of) })],
      ['correctAssessment', '{ code }', (of) => ({ patientCode: code(of), ...assessed, input: assessment(of), ...because })],
      ['voidAssessment', '{ code }', (of) => ({ patientCode: code(of), ...assessed, ...because })],
      ['notifyFailure', '{ code }', (of) => ({ input: ['NotifyFailureInput!', { patientCode: of, ...failure }] })],
      ['correctPatient', '{ code }', (of) => ({ patientCode: code(of), input: patient(of), ...because })],
      ['voidPatient', '{ patientCode }', (of) => ({ patientCode: code(of), ...because })],
      ['setRecordStatus', '{ code }', (of) => ({ patientCode: code(of), status: ['RecordStatus!', 'IN_REVIEW'] })],
      ['setEhdsOptOut', '{ code }', (of) => ({ patientCode: code(of), optOut: ['Boolean!', true], on: ['CalendarDate!', '2006-01-10'] })],
      ['withdrawConsent', '{ patientCode }', (of) => ({ patientCode: code(of), on: ['CalendarDate!', '2006-01-10'] })],
      ['raiseDataQuery', '{ id }', (of) => ({ patientCode: code(of), message: ['String!', 'Is it so?'] })],
    ])('makes the code unknown to %s, as one that never was', async (operation, selection, args) => {
      await withdraw();
      expect(await operate(operation, args(withdrawn), selection)).toEqual({ code: 'NOT_FOUND' });
      expect(await operate(operation, args(nobody), selection)).toEqual({ code: 'NOT_FOUND' });
    });

    it('makes the code unknown to every question', async () => {
      await withdraw();
      const about = async (patientCode: string): Promise<unknown> => {
        const selection = `patient(code: "${patientCode}") { code }
          dataQueries(filter: { patientCode: "${patientCode}" }) { totalCount }
          auditTrail(patientCode: "${patientCode}") { totalCount }`;
        const { data, errors } = await registry.ask(coordinator, `{ france { registry { ${selection} } } }`);
        expect(errors).toBeUndefined();
        return data;
      };
      expect(await about(withdrawn)).toEqual(await about(nobody));
    });

    it('does not let the code be enrolled again', async () => {
      await withdraw();
      expect(await operate('recordPatient', { input: patient(withdrawn) })).toEqual({ code: 'NOT_FOUND' });
    });
  });

  describe('to use across borders', () => {
    const setting = (optOut: boolean, on = '2026-05-01', expectedVersion?: number): Promise<unknown> => {
      const args = { patientCode: code(withdrawn), optOut: ['Boolean!', optOut], on: ['CalendarDate!', on] } as const;
      return operate('setEhdsOptOut', { ...args, expectedVersion: ['Int', expectedVersion] }, '{ version ehdsOptOut ehdsOptOutOn }');
    };

    it('is refused and given again: out of European figures, and in national ones', async () => {
      expect(await setting(true)).toEqual({ version: 2, ehdsOptOut: true, ehdsOptOutOn: '2026-05-01' });
      expect([await size('NATIONAL'), await size('EUROPEAN')]).toEqual([2, 1]);
      expect(await setting(true, '2026-05-02')).toEqual({ version: 2, ehdsOptOut: true, ehdsOptOutOn: '2026-05-01' });
      expect(await setting(false, '2026-06-01')).toEqual({ version: 3, ehdsOptOut: false, ehdsOptOutOn: '2026-06-01' });
      expect([await size('NATIONAL'), await size('EUROPEAN')]).toEqual([2, 2]);
    });

    it('outlasts an import', async () => {
      await setting(true);
      await registry.importCases(centers, [caseFacts({ diagnosis: { wbc: 90 } })]);
      expect(await rows(`SELECT ehds_opt_out FROM derived_cases WHERE patient_code = '${withdrawn}'`)).toEqual([{ ehds_opt_out: true }]);
    });

    it('is set by who saw the present version, on a day that has been', async () => {
      await setting(true);
      expect(await setting(false, '2026-06-01', 1)).toEqual({ code: 'CONFLICT', currentVersion: 2 });
      expect(await setting(false, '2026-11-22')).toMatchObject({
        code: 'BAD_USER_INPUT',
        problems: [{ field: 'on', rule: 'FUTURE_DATE' }],
      });
    });
  });
});
