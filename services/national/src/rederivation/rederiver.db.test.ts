import { DERIVATION_VERSION } from '@registry-hub/shared/clinical';
import { caseFacts } from '@registry-hub/shared/testing';
import type { GraphQLSchema } from 'graphql';
import { buildTestSchema, callerAs, openTestRegistry, type TestRegistry } from '../testing';

const centers = [{ centerCode: 'FR-001', name: 'Poitiers' }];
const code = (number: number): string => `FR-001-000${number}`;
const birthMonths = ['1951-01', '1952-01', '1953-01', '1954-01', '1955-01'] as const;
const cases = birthMonths.map((birthMonth, index) =>
  caseFacts({ patient: { patientCode: code(index + 1), birthMonth }, diagnosis: { wbc: index === 2 ? 700 : 120 } }),
);
const coordinator = callerAs('COORDINATOR');

interface Progress {
  readonly derived: number;
  readonly changed: number;
  readonly dataQueriesRaised: number;
  readonly left: number;
}

describe('deriving stored cases anew', () => {
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

  const rederive = async (args = ''): Promise<Progress> => {
    const { data, errors } = await registry.ask(
      coordinator,
      `mutation { france { rederive${args} { derived changed dataQueriesRaised left derivationVersion } } }`,
    );
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data)).france.rederive;
  };
  const state = async (): Promise<{ derivationVersion: number; casesToRederive: number; revision: number }> => {
    const { data } = await registry.ask(callerAs('LEAD'), '{ france { registry { derivationVersion casesToRederive revision } } }');
    return JSON.parse(JSON.stringify(data)).france.registry;
  };
  const query = <T>(text: string): Promise<T[]> => registry.dataSource.query(text);
  const derivedRows = (): Promise<object[]> => query('SELECT * FROM derived_cases ORDER BY patient_code');

  it('has nothing to do while the rules are the same', async () => {
    expect(await rederive()).toEqual({ derived: 0, changed: 0, dataQueriesRaised: 0, left: 0, derivationVersion: DERIVATION_VERSION });
    expect(await state()).toEqual({ derivationVersion: DERIVATION_VERSION, casesToRederive: 0, revision: 1 });
  });

  it('puts right what older rules derived, batch after batch, each a change of its own', async () => {
    const right = await derivedRows();
    await query(`UPDATE derived_cases SET derivation_version = ${DERIVATION_VERSION - 1}`);
    await query(`UPDATE derived_cases SET age_at_diagnosis = 7, eligible = false WHERE patient_code IN ('${code(2)}', '${code(4)}')`);
    expect(await state()).toEqual({ derivationVersion: DERIVATION_VERSION - 1, casesToRederive: 5, revision: 1 });

    expect(await rederive('(batch: 3)')).toMatchObject({ derived: 3, changed: 1, left: 2 });
    expect(await state()).toEqual({ derivationVersion: DERIVATION_VERSION - 1, casesToRederive: 2, revision: 2 });
    expect(await rederive('(batch: 3)')).toMatchObject({ derived: 2, changed: 1, left: 0 });
    expect(await state()).toEqual({ derivationVersion: DERIVATION_VERSION, casesToRederive: 0, revision: 3 });
    expect(await derivedRows()).toEqual(right);
  });

  it('takes rows of newer rules for other rules too: whoever goes back a release derives by the older ones', async () => {
    await query(`UPDATE derived_cases SET derivation_version = ${DERIVATION_VERSION + 1} WHERE patient_code = '${code(1)}'`);
    expect(await rederive()).toMatchObject({ derived: 1, left: 0 });
  });

  it('derives every case when all are asked for, from where it was interrupted', async () => {
    expect(await rederive('(all: true, batch: 2)')).toMatchObject({ derived: 2, changed: 0, left: 3 });
    // the process ends here; another one goes on
    expect(await state()).toMatchObject({ casesToRederive: 3 });
    expect(await rederive('(batch: 2)')).toMatchObject({ derived: 2, left: 1 });
    expect(await rederive('(batch: 2)')).toMatchObject({ derived: 1, left: 0 });
  });

  it('leaves a batch undone that could not be finished', async () => {
    await query(`UPDATE derived_cases SET derivation_version = 0`);
    await query(`ALTER TABLE case_completeness ADD CONSTRAINT broken CHECK (patient_code <> '${code(2)}') NOT VALID`);
    await query(`DELETE FROM case_completeness WHERE patient_code = '${code(2)}'`);
    expect(await rederive('(batch: 1)')).toMatchObject({ derived: 1, left: 4 });
    const { errors } = await registry.ask(coordinator, 'mutation { france { rederive(batch: 2) { left } } }');
    expect(errors).toHaveLength(1);
    expect(await state()).toMatchObject({ casesToRederive: 4 });
  });

  it('raises the questions that the present rules have, and closes those they have no more', async () => {
    const open = (): Promise<{ patient_code: string }[]> =>
      query(`SELECT patient_code FROM data_queries WHERE rule = 'OUTSIDE_SOFT_RANGE' AND state = 'OPEN'`);
    expect(await open()).toEqual([{ patient_code: code(3) }]);
    // as rules without this one, and with another, would have left it
    await query(`DELETE FROM data_queries`);
    await query(`INSERT INTO data_queries (patient_code, rule, severity, record_kind, record_key, message, raised_at)
      VALUES ('${code(1)}', 'FORMER_RULE', 'SOFT', 'patient', '{${code(1)}}', 'Is it so?', now())`);
    await query(`UPDATE derived_cases SET derivation_version = 0`);

    expect(await rederive()).toMatchObject({ derived: 5, dataQueriesRaised: 1, left: 0 });
    expect(await open()).toEqual([{ patient_code: code(3) }]);
    expect(await query(`SELECT state FROM data_queries WHERE rule = 'FORMER_RULE'`)).toEqual([{ state: 'CLOSED' }]);
  });

  it('suspects nobody anew of being registered twice, however the batches fall', async () => {
    await registry.importCases(centers, [caseFacts({ patient: { patientCode: code(9), birthMonth: '1951-01' } })]);
    const suspicions = `SELECT patient_code, state FROM data_queries WHERE rule = 'LIKELY_DUPLICATE'`;
    expect(await query(suspicions)).toEqual([{ patient_code: code(9), state: 'OPEN' }]);
    await rederive('(all: true, batch: 1)');
    while ((await rederive('(batch: 1)')).left > 0);
    expect(await query(suspicions)).toEqual([{ patient_code: code(9), state: 'OPEN' }]);
    expect(await query('SELECT 1 FROM data_query_messages')).toEqual([]);
  });

  it('changes no version of a case, locked or not, and is in the audit trail', async () => {
    const versions = 'SELECT patient_code, version, record_status FROM patients ORDER BY patient_code';
    await query(`UPDATE patients SET record_status = 'LOCKED' WHERE patient_code = '${code(1)}'`);
    await query(`UPDATE derived_cases SET record_status = 'LOCKED' WHERE patient_code = '${code(1)}'`);
    const before = await query(versions);
    await rederive('(all: true)');
    expect(await query(versions)).toEqual(before);
    expect(await query(`SELECT actor FROM audit_entries WHERE action = 'REDERIVE'`)).toEqual([{ actor: 'test-coordinator' }]);
  });

  it.each([0, -1, 5001])('refuses a batch of %i', async (batch) => {
    const { errors } = await registry.ask(coordinator, `mutation { france { rederive(batch: ${batch}) { left } } }`);
    expect(errors?.[0]?.message).toBe('batch: expected 1 to 5000.');
  });
});
