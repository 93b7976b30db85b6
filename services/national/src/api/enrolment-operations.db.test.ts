import type { Caller } from '@registry-hub/shared/identity';
import { caseFacts } from '@registry-hub/shared/testing';
import { AuditHistory, verifyAuditTrail } from '../audit';
import { askOperation, callerAs, type OperationArguments, openTestRegistry, type TestRegistry } from '../testing';

const coordinator = callerAs('COORDINATOR');
const center = callerAs('CENTER', 'FR-001');
const patient = { patientCode: 'FR-001-0001', centerCode: 'FR-001', sex: 'F', birthMonth: '1950-06', vitalStatus: 'ALIVE' };
const because = { reason: ['String!', 'Typing error.'], expectedVersion: ['Int!', 1] } as const;

describe('enrolling', () => {
  let registry: TestRegistry;
  beforeEach(async () => {
    registry = await openTestRegistry();
    await registry.importCases([{ centerCode: 'FR-001', name: 'Poitiers' }], []);
  });
  afterEach(() => registry.close());

  const operate = (caller: Caller, operation: string, args: OperationArguments, selection: string): Promise<unknown> =>
    askOperation(registry, caller, operation, args, selection);
  const enrol = (changes: object = {}, caller = center): Promise<unknown> =>
    operate(caller, 'recordPatient', { input: ['PatientInput!', { ...patient, ...changes }] }, '{ code version recordStatus vitalStatus }');
  const rows = (statement: string): Promise<unknown[]> => registry.dataSource.query(statement);

  describe('a patient', () => {
    it('is enrolled by the centre, in no figure before a failure is notified', async () => {
      expect(await enrol()).toEqual({ code: patient.patientCode, version: 1, recordStatus: 'NOTIFIED', vitalStatus: 'ALIVE' });
      expect(await rows('SELECT patient_code, eligible, ehds_opt_out FROM derived_cases')).toEqual([
        { patient_code: patient.patientCode, eligible: false, ehds_opt_out: false },
      ]);
    });

    it.each<[string, object, readonly (readonly [field: string, rule: string])[]]>([
      ['of no known centre', { patientCode: 'FR-009-0001', centerCode: 'FR-009' }, [['input.centerCode', 'UNKNOWN_CENTER']]],
      ['under the code of another centre', { patientCode: 'FR-002-0001' }, [['input.patientCode', 'PATIENT_CODE_OF_ANOTHER_CENTER']]],
      ['of another country', { patientCode: 'DE-001-0001' }, [['input.patientCode', 'CODE_OF_ANOTHER_COUNTRY']]],
      ['with a day of birth', { birthMonth: '1950-06-12' }, [['input.birthMonth', 'IDENTIFYING_VALUE']]],
      ['dead without a day', { vitalStatus: 'DEAD' }, [['input.diedOn', 'DIED_ON_PRESENCE']]],
      [
        'of the future, in several ways',
        { birthMonth: '2027-01', lastContactOn: '2027-01-01' },
        [
          ['input.birthMonth', 'FUTURE_DATE'],
          ['input.lastContactOn', 'FUTURE_DATE'],
        ],
      ],
    ])('is not enrolled %s', async (_, changes, problems) => {
      expect(await enrol(changes, coordinator)).toMatchObject({
        code: 'BAD_USER_INPUT',
        problems: problems.map(([field, rule]) => ({ field, rule })),
      });
      expect(await rows('SELECT 1 FROM patients')).toEqual([]);
    });

    it('is not enrolled twice, nor by another centre', async () => {
      expect(await enrol({}, callerAs('CENTER', 'FR-002'))).toEqual({ code: 'FORBIDDEN' });
      await enrol();
      expect(await enrol()).toEqual({ code: 'CONFLICT', currentVersion: 1 });
    });

    it('is corrected, the records below staying', async () => {
      await registry.importCases([], [caseFacts()]);
      const input = { ...patient, vitalStatus: 'DEAD', diedOn: '2005-06-01', deathCause: 'CML' };
      const correct = { patientCode: ['ID!', patient.patientCode], input: ['PatientInput!', input], ...because } as const;
      expect(
        await operate(center, 'correctPatient', correct, '{ version diedOn lastContactOn consent { givenOn } failure { failedOn } }'),
      ).toEqual({
        version: 2,
        diedOn: '2005-06-01',
        lastContactOn: null,
        consent: { givenOn: null },
        failure: { failedOn: '2003-01-20' },
      });
      expect(await rows('SELECT vital_status FROM derived_cases')).toEqual([{ vital_status: 'DEAD' }]);
      expect(await operate(center, 'correctPatient', correct, '{ version }')).toEqual({ code: 'CONFLICT', currentVersion: 2 });
    });

    it('does not die before what is documented', async () => {
      await registry.importCases([], [caseFacts()]);
      const input = { ...patient, vitalStatus: 'DEAD', diedOn: '2002-12-01' };
      const correct = { patientCode: ['ID!', patient.patientCode], input: ['PatientInput!', input], ...because } as const;
      expect(await operate(center, 'correctPatient', correct, '{ version }')).toMatchObject({
        code: 'BAD_USER_INPUT',
        problems: expect.arrayContaining([expect.objectContaining({ field: 'input', rule: 'EVENT_AFTER_DEATH' })]),
      });
    });

    it('who was entered in error goes with everything below, and the code is free again', async () => {
      await registry.importCases([], [caseFacts({ mutations: [{}], adverseEvents: [{}], diagnosis: { wbc: 700 } })]);
      const voiding = { patientCode: ['ID!', patient.patientCode], ...because } as const;
      expect(await operate(center, 'voidPatient', voiding, '{ patientCode }')).toEqual({ patientCode: patient.patientCode });
      expect(await rows('SELECT 1 FROM patients UNION ALL SELECT 1 FROM derived_cases UNION ALL SELECT 1 FROM data_queries')).toEqual([]);
      expect(await operate(center, 'voidPatient', voiding, '{ patientCode }')).toEqual({ code: 'NOT_FOUND' });
      const { items } = await new AuditHistory(registry.dataSource.manager).page(patient.patientCode, { first: 5 });
      expect(items[0]).toMatchObject({ action: 'VOID', reason: 'Typing error.' });
      expect(items[0]?.records).toHaveLength(10);
      expect(await enrol()).toMatchObject({ version: 1 });
      expect(await verifyAuditTrail(registry.dataSource)).toMatchObject({ valid: true });
    });

    it('voided, is no duplicate of anyone', async () => {
      await registry.importCases([], [caseFacts(), caseFacts({ patient: { patientCode: 'FR-001-0002' } })]);
      const suspected = (): Promise<unknown[]> => rows(`SELECT state FROM data_queries WHERE rule = 'LIKELY_DUPLICATE'`);
      expect(await suspected()).toEqual([{ state: 'OPEN' }]);
      await operate(center, 'voidPatient', { patientCode: ['ID!', patient.patientCode], ...because }, '{ patientCode }');
      expect(await suspected()).toEqual([{ state: 'CLOSED' }]);
    });
  });

  describe('a centre', () => {
    const input = { centerCode: 'FR-002', name: 'Clermont-Ferrand', openedOn: '2005-01-01' };
    const shown = '{ code name city openedOn registeredCases }';
    const record = (changes: object = {}, caller = coordinator): Promise<unknown> =>
      operate(caller, 'recordCenter', { input: ['CenterInput!', { ...input, ...changes }] }, shown);
    const correct = (centerCode: string, changes: object): Promise<unknown> => {
      const args = { centerCode: ['ID!', centerCode], input: ['CenterInput!', { ...input, ...changes }], reason: because.reason } as const;
      return operate(coordinator, 'correctCenter', args, shown);
    };

    it('is registered and corrected by a coordinator', async () => {
      const registered = { code: 'FR-002', name: 'Clermont-Ferrand', city: null, openedOn: '2005-01-01', registeredCases: 0 };
      expect(await record({}, center)).toEqual({ code: 'FORBIDDEN' });
      expect(await record()).toEqual(registered);
      expect(await record()).toEqual({ code: 'CONFLICT' });
      expect(await correct('FR-002', { city: 'Clermont-Ferrand', openedOn: null })).toEqual({
        ...registered,
        city: 'Clermont-Ferrand',
        openedOn: null,
      });
      const { items } = await new AuditHistory(registry.dataSource.manager).page(undefined, { first: 2 });
      expect(items.map(({ action, records }) => [action, records[0]?.kind, records[0]?.before])).toEqual([
        ['CORRECT', 'center', { openedOn: '2005-01-01' }],
        ['RECORD', 'center', undefined],
      ]);
    });

    it.each<[object, string, string]>([
      [{ openedOn: '2027-01-01' }, 'input.openedOn', 'FUTURE_DATE'],
      [{ centerCode: 'FR-2' }, 'input.centerCode', 'PATTERN_MISMATCH'],
      [{ name: 'tel. 05 49 44 44 44' }, 'input.name', 'IDENTIFYING_VALUE'],
    ])('is refused with %j', async (changes, field, rule) => {
      expect(await record(changes)).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field, rule }] });
    });

    it('is not another one after a correction, and is there before it', async () => {
      expect(await correct('FR-009', { centerCode: 'FR-009' })).toEqual({ code: 'NOT_FOUND' });
      expect(await correct('FR-001', { centerCode: 'FR-002' })).toMatchObject({
        problems: [{ field: 'input.centerCode', rule: 'RECORD_OF_ANOTHER' }],
      });
    });
  });
});
