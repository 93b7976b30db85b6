import { type CaseChanges, caseFacts } from '@registry-hub/shared/testing';
import { verifyAuditTrail } from '../audit';
import { eraseReturnedCases } from '../recording';
import { createCohortCounter } from '../statistics';
import { DerivedCaseSource, FreezeAnswerStore, FreezeSource, RegistryWriter } from '../storage';
import {
  askOperation,
  buildTestSchema,
  callerAs,
  type OperationArguments,
  openTestRegistry,
  TEST_NOW,
  type TestRegistry,
} from '../testing';

const coordinator = callerAs('COORDINATOR');
const lead = callerAs('LEAD');
const LABEL = 'published-2006';
const CASES = 12;
const LEFT_OUT = /are left out/;
const codeOf = (index: number): string => `FR-001-${String(index + 1).padStart(4, '0')}`;
/** Cases that are not taken for one another, the first half of them women. */
const caseOf = (index: number, changes: CaseChanges = {}): ReturnType<typeof caseFacts> =>
  caseFacts({
    ...changes,
    patient: {
      patientCode: codeOf(index),
      birthMonth: `${1940 + index}-06` as '1950-06',
      sex: index < CASES / 2 ? 'F' : 'M',
      ...changes.patient,
    },
  });
const centers = [{ centerCode: 'FR-001', name: 'Poitiers' }];

interface Cohort {
  readonly size: { readonly value: number | null };
  readonly disclosure: { readonly note: string };
  readonly frequencies?: { readonly total: { readonly value: number | null } };
}

describe('a freeze of one registry', () => {
  let schema: Awaited<ReturnType<typeof buildTestSchema>>;
  let registry: TestRegistry;
  beforeAll(async () => {
    schema = await buildTestSchema();
  });
  beforeEach(async () => {
    registry = await openTestRegistry(schema);
    await registry.importCases(
      centers,
      Array.from({ length: CASES }, (_, index) => caseOf(index)),
    );
  });
  afterEach(() => registry.close());

  const operate = (operation: string, args: OperationArguments, selection: string, by = coordinator): Promise<unknown> =>
    askOperation(registry, by, operation, args, selection);
  const freeze = (label = LABEL, keepExisting = false, by = coordinator): Promise<unknown> =>
    operate(
      'freezeRegistry',
      { label: ['String!', label], keepExisting: ['Boolean!', keepExisting] },
      '{ label takenBy revision cases }',
      by,
    );
  const withdraw = (index: number): Promise<unknown> =>
    operate('withdrawConsent', { patientCode: ['ID!', codeOf(index)], on: ['CalendarDate!', '2006-01-10'] }, '{ patientCode }');
  const optOut = (index: number, to = true): Promise<unknown> =>
    operate(
      'setEhdsOptOut',
      { patientCode: ['ID!', codeOf(index)], optOut: ['Boolean!', to], on: ['CalendarDate!', '2006-01-10'] },
      '{ code }',
    );
  const cohort = async (filter = `{ freeze: "${LABEL}" }`, fields = '', by = coordinator): Promise<Cohort> => {
    const source = `{ france { registry { cohort(filter: ${filter}) { size { value } disclosure { note } ${fields} } } } }`;
    const { data, errors } = await registry.ask(by, source);
    expect(errors).toBeUndefined();
    return (data as unknown as { france: { registry: { cohort: Cohort } } }).france.registry.cohort;
  };
  /** This country's sums, as another process of it counts them. */
  const processOf = () => {
    const { dataSource } = registry;
    const counter = createCohortCounter({
      country: 'FR',
      cases: new DerivedCaseSource(dataSource),
      freezes: new FreezeSource(dataSource),
      answers: new FreezeAnswerStore(dataSource),
    });
    return async (scope: 'NATIONAL' | 'EUROPEAN', filter: { readonly sex?: readonly ['F' | 'M'] } = {}, anew = false) => {
      const question = {
        layoutVersion: 0,
        filter: { registry: 'ALL', freeze: LABEL, ...filter } as const,
        countries: ['FR'],
        figures: [{ kind: 'size' } as const],
        anew,
      };
      const { figures, leftOut } = await (await counter.open(question, scope, await counter.currentState())).count();
      return [figures[0]?.values[0], leftOut];
    };
  };
  const rows = (statement: string): Promise<unknown[]> => registry.dataSource.query(statement);
  const frozenRows = (): Promise<unknown[]> => rows('SELECT * FROM frozen_cases ORDER BY patient_code');

  it('is taken once under a label, audited, and changes nothing of the registry', async () => {
    const [{ revision }] = (await rows('SELECT revision FROM registry_state')) as [{ revision: number }];
    const taken = { label: LABEL, takenBy: 'test-coordinator', revision, cases: CASES };
    expect(await freeze()).toEqual(taken);
    expect(await freeze()).toEqual({ code: 'CONFLICT' });
    expect(await freeze(LABEL, true, lead)).toEqual(taken);
    expect(await rows('SELECT revision FROM registry_state')).toEqual([{ revision }]);
    expect(await rows(`SELECT count(*)::int AS n FROM audit_entries WHERE action = 'FREEZE'`)).toEqual([{ n: 1 }]);
    expect(await verifyAuditTrail(registry.dataSource)).toMatchObject({ valid: true });
    const { data } = await registry.ask(callerAs('DASHBOARD'), '{ france { registry { freezes { label cases derivationVersion } } } }');
    expect(data).toMatchObject({
      france: { registry: { freezes: [{ label: LABEL, cases: CASES, derivationVersion: expect.any(Number) }] } },
    });
  });

  it.each(['', 'Published', '-2006', 'a b', 'x'.repeat(65), '__proto__'])('is not taken under the label "%s"', async (label) => {
    expect(await freeze(label)).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field: 'label' }] });
  });

  it('is one of fifty at most', async () => {
    await rows(
      `INSERT INTO freezes (label, taken_at, taken_by, revision, derivation_version, cases)
       SELECT 'freeze-' || n, now(), 'someone', 1, 1, 0 FROM generate_series(1, 50) AS n`,
    );
    expect(await freeze()).toEqual({ code: 'CONFLICT' });
    expect(await freeze('freeze-7', true)).toMatchObject({ label: 'freeze-7' });
  });

  it('is not touched by what is imported, corrected, voided or derived anew', async () => {
    await freeze();
    const before = await frozenRows();
    await registry.importCases(centers, [caseOf(0, { patient: { sex: 'M' } }), caseOf(CASES)]);
    await operate(
      'voidPatient',
      { patientCode: ['ID!', codeOf(1)], reason: ['String!', 'Twice.'], expectedVersion: ['Int!', 1] },
      '{ patientCode }',
    );
    await operate('setRecordStatus', { patientCode: ['ID!', codeOf(2)], status: ['RecordStatus!', 'IN_REVIEW'] }, '{ code }');
    await operate('rederive', { all: ['Boolean!', true], batch: ['Int!', 100] }, '{ derived }');
    expect(await frozenRows()).toEqual(before);
    expect(await cohort(`{ freeze: "${LABEL}", sex: [F] }`)).toMatchObject({ size: { value: CASES / 2 } });
  });

  it('loses who withdraws, but for what was asked before', async () => {
    await freeze();
    await freeze('other');
    const asked = await cohort();
    await withdraw(0);
    expect(await cohort()).toEqual(asked);
    expect(await cohort(`{ freeze: "${LABEL}", sex: [F] }`)).toEqual({
      size: { value: CASES / 2 - 1 },
      disclosure: { note: expect.stringMatching(LEFT_OUT) },
    });
    const together = await cohort(`{ freeze: "${LABEL}" }`, 'frequencies(of: SEX) { total { value } }');
    expect(together).toMatchObject({ size: { value: CASES - 1 }, frequencies: { total: { value: CASES - 1 } } });
    await withdraw(1);
    expect(await cohort()).toEqual(asked);
    expect(await cohort(`{ freeze: "${LABEL}" }`, 'frequencies(of: SEX) { total { value } }')).toEqual(together);
    expect(await rows(`SELECT label, withdrawals FROM freezes ORDER BY label`)).toEqual([
      { label: 'other', withdrawals: 2 },
      { label: LABEL, withdrawals: 2 },
    ]);
    expect(await rows(`SELECT 1 FROM frozen_cases WHERE patient_code IN ('${codeOf(0)}', '${codeOf(1)}')`)).toEqual([]);
  });

  it('loses who was voided since and withdraws by an import, and who comes back with a backup', async () => {
    await freeze();
    const voided = { patientCode: ['ID!', codeOf(0)], reason: ['String!', 'Twice.'], expectedVersion: ['Int!', 1] } as const;
    await operate('voidPatient', voided, '{ patientCode }');
    await registry.importCases(centers, [caseOf(0, { patient: { consentWithdrawnOn: '2006-01-10' } })]);
    expect(await rows('SELECT 1 FROM frozen_cases')).toHaveLength(CASES - 1);
    await rows(`UPDATE frozen_cases SET patient_code = '${codeOf(0)}' WHERE patient_code = '${codeOf(1)}'`);
    const { dataSource } = registry;
    await eraseReturnedCases({ dataSource, writer: new RegistryWriter(dataSource), clock: () => TEST_NOW });
    expect(await rows('SELECT 1 FROM frozen_cases')).toHaveLength(CASES - 2);
    expect(await rows('SELECT withdrawals FROM freezes')).toEqual([{ withdrawals: 2 }]);
  });

  it('keeps who objects to use across borders in national figures, and loses them in European ones for good', async () => {
    await freeze();
    const count = processOf();
    expect([await count('NATIONAL'), await count('EUROPEAN')]).toEqual([
      [CASES, false],
      [CASES, false],
    ]);
    await optOut(0);
    expect([await count('NATIONAL'), await count('EUROPEAN')]).toEqual([
      [CASES, false],
      [CASES, false],
    ]);
    const women = { sex: ['F'] } as const;
    expect([await count('NATIONAL', women), await count('EUROPEAN', women)]).toEqual([
      [CASES / 2, false],
      [CASES / 2 - 1, true],
    ]);
    await optOut(0, false);
    expect(await count('EUROPEAN', { sex: ['M'] })).toEqual([CASES / 2, true]);
    expect(await count('EUROPEAN', {}, true)).toEqual([CASES - 1, true]);
  });

  it('is the same in every process, whichever was asked and whichever writes', async () => {
    await freeze();
    const [one, other] = [processOf(), processOf()];
    expect(await one('NATIONAL')).toEqual([CASES, false]);
    expect(await other('NATIONAL', { sex: ['M'] })).toEqual([CASES / 2, false]);
    await withdraw(0);
    expect(await other('NATIONAL')).toEqual([CASES, false]);
    expect(await one('NATIONAL', { sex: ['F'] })).toEqual([CASES / 2 - 1, true]);
    expect(await other('NATIONAL', { sex: ['F'] })).toEqual([CASES / 2 - 1, true]);
    expect(await other('NATIONAL', {}, true)).toEqual([CASES - 1, true]);
  });

  describe('to a lead, beside the registry as it is now', () => {
    const DIFFERS = /differs by 1 to 4 patients/;
    const note = async (filter: string): Promise<string> => (await cohort(filter, '', lead)).disclosure.note;

    it('is answered as it first was, while the registry that moved away from it is flagged', async () => {
      await freeze();
      const live = await note('{}');
      const frozen = await note(`{ freeze: "${LABEL}" }`);
      expect([live, frozen].filter((one) => DIFFERS.test(one))).toEqual([]);
      await registry.importCases(centers, [caseOf(CASES), caseOf(CASES + 1)]);
      expect(await note('{}')).toMatch(DIFFERS);
      expect(await note(`{ freeze: "${LABEL}" }`)).toBe(frozen);
    });

    it('is flagged for good where it differed by few when it was first asked for', async () => {
      await freeze();
      await registry.importCases(centers, [caseOf(CASES)]);
      await note('{}');
      const frozen = await note(`{ freeze: "${LABEL}" }`);
      expect(frozen).toMatch(DIFFERS);
      await registry.importCases(
        centers,
        Array.from({ length: 6 }, (_, index) => caseOf(CASES + 1 + index)),
      );
      expect(await note(`{ freeze: "${LABEL}" }`)).toBe(frozen);
    });

    it('is compared with other freezes, case by case', async () => {
      await freeze();
      await registry.importCases(centers, [caseOf(CASES)]);
      await operate(
        'voidPatient',
        { patientCode: ['ID!', codeOf(1)], reason: ['String!', 'Twice.'], expectedVersion: ['Int!', 1] },
        '{ patientCode }',
      );
      await freeze('later');
      await freeze('third');
      expect(await note(`{ freeze: "${LABEL}" }`)).not.toMatch(DIFFERS);
      expect(await note('{ freeze: "later" }')).toMatch(DIFFERS);
      expect(await note(`{ freeze: "third", sex: [F] }`)).not.toMatch(DIFFERS);
    });
  });
});
