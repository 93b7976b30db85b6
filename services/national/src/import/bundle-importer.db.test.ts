import type { CaseFacts, Center } from '@registry-hub/shared/domain';
import { caseFacts } from '@registry-hub/shared/testing';
import { AuditHistory } from '../audit';
import { CaseStore, currentState } from '../storage';
import { openTestRegistry, type TestRegistry } from '../testing';
import type { ImportReport } from './import-report';

const centers: readonly Center[] = [
  { centerCode: 'FR-001', name: 'University Hospital Poitiers', city: 'Poitiers', openedOn: '2005-01-15' },
  { centerCode: 'FR-002', name: 'Hospital "La Source", Orléans' },
];
const code = 'FR-001-0001';
/** Eligible as it stands, with each kind of record at least once. */
const whole = caseFacts({
  mutations: [{}],
  adverseEvents: [{ action: 'NONE', grade: 1 }],
});
const other = caseFacts({ patient: { patientCode: 'FR-002-0001', centerCode: 'FR-002', sex: 'M' } });

describe('importing a bundle', () => {
  let registry: TestRegistry;
  beforeEach(async () => {
    registry = await openTestRegistry();
  });
  afterEach(() => registry.close());

  const importing = (cases: readonly CaseFacts[], dryRun = false): Promise<ImportReport> => registry.importCases(centers, cases, dryRun);
  const stored = (): Promise<Map<string, CaseFacts>> => new CaseStore(registry.dataSource.manager).load([code, 'FR-002-0001']);
  const revision = async (): Promise<number> => (await currentState(registry.dataSource)).revision;
  const rows = <T>(query: string): Promise<T[]> => registry.dataSource.query(query);
  const openQueries = (): Promise<{ rule: string; severity: string }[]> =>
    rows(`SELECT rule, severity FROM data_queries WHERE state = 'OPEN' ORDER BY rule`);

  it('stores every record as documented, and what derives from it', async () => {
    const report = await importing([whole, other]);
    expect(report).toMatchObject({ stored: true, patients: 2, rows: 20 });
    expect([...(await stored()).values()]).toEqual([whole, other]);
    expect(await new CaseStore(registry.dataSource.manager).centers()).toEqual(new Map(centers.map((one) => [one.centerCode, one])));
    expect(await rows('SELECT patient_code, eligible, age_at_diagnosis FROM derived_cases ORDER BY 1')).toEqual([
      { patient_code: code, eligible: true, age_at_diagnosis: 51 },
      { patient_code: 'FR-002-0001', eligible: true, age_at_diagnosis: 51 },
    ]);
    expect(await revision()).toBe(1);
  });

  it('changes nothing when the same bundle comes again', async () => {
    const first = await importing([whole, other]);
    const before = await rows('SELECT patient_code, version, xmin FROM patients ORDER BY 1');
    const again = await importing([whole, other]);
    expect(again).toEqual({ ...first, patientsChanged: 0, dataQueriesRaised: 0 });
    expect(await rows('SELECT patient_code, version, xmin FROM patients ORDER BY 1')).toEqual(before);
    expect(await revision()).toBe(1);
  });

  it('does everything but store on a dry run', async () => {
    const dry = await importing([whole, other], true);
    expect(await rows('SELECT 1 FROM centers UNION ALL SELECT 1 FROM patients UNION ALL SELECT 1 FROM data_queries')).toEqual([]);
    expect(await revision()).toBe(0);
    expect(await importing([whole, other])).toEqual({ ...dry, stored: true });
  });

  it('stores nothing of a bundle with one fault, and names the fault', async () => {
    const late = caseFacts({ patient: { patientCode: 'FR-002-0001', centerCode: 'FR-002' }, failure: { notifiedOn: '2002-02-01' } });
    const report = await importing([whole, late]);
    expect(report).toMatchObject({ stored: false, dataQueriesRaised: 0 });
    expect(report.problems).toContainEqual(
      expect.objectContaining({ severity: 'HARD', file: 'failures.csv', line: 3, column: 'notified_on' }),
    );
    expect(await rows('SELECT 1 FROM centers UNION ALL SELECT 1 FROM patients')).toEqual([]);
    expect(await revision()).toBe(0);
  });

  it('updates a changed row, forgets what is now empty, and leaves alone what the bundle no longer holds', async () => {
    await importing([whole, other]);
    const { mutations: _, ...rest } = whole;
    const changed = { ...rest, mutations: [], patient: caseFacts({ patient: { lastContactOn: undefined } }).patient };
    await importing([changed]);
    expect((await stored()).get(code)).toEqual({ ...changed, mutations: whole.mutations });
    expect((await stored()).get('FR-002-0001')).toEqual(other);
    expect(await rows('SELECT patient_code, version FROM patients ORDER BY 1')).toEqual([
      { patient_code: code, version: 2 },
      { patient_code: 'FR-002-0001', version: 1 },
    ]);
    expect(await revision()).toBe(2);
  });

  it('stores a notified case that is not eligible, with an open HARD query', async () => {
    const child = caseFacts({ patient: { birthMonth: '1990-06' } });
    expect(await importing([child])).toMatchObject({ stored: true });
    expect(await rows('SELECT eligible, cardinality(ineligible_rules) > 0 AS why FROM derived_cases')).toEqual([
      { eligible: false, why: true },
    ]);
    expect(await openQueries()).toContainEqual({ rule: 'INELIGIBLE_CASE', severity: 'HARD' });
  });

  it('closes a query by itself once the record no longer gives rise to it, and opens it again when it does', async () => {
    const few = caseFacts({ diagnosis: { wbc: 700 } });
    await importing([few]);
    expect(await openQueries()).toContainEqual({ rule: 'OUTSIDE_SOFT_RANGE', severity: 'SOFT' });
    await importing([whole]);
    expect(await openQueries()).not.toContainEqual({ rule: 'OUTSIDE_SOFT_RANGE', severity: 'SOFT' });
    expect((await importing([few])).dataQueriesRaised).toBe(1);
    expect(await rows('SELECT author, text FROM data_query_messages ORDER BY id')).toEqual([
      { author: 'system', text: 'Closed: the record no longer gives rise to this question.' },
      { author: 'system', text: 'Opened again: the record gives rise to this question once more.' },
    ]);
  });

  it('finds one registered twice even when the first came with an earlier bundle', async () => {
    await importing([whole]);
    await importing([caseFacts({ patient: { patientCode: 'FR-001-0002' } })]);
    expect(await openQueries()).toContainEqual({ rule: 'LIKELY_DUPLICATE', severity: 'SOFT' });
  });

  it('takes one bundle after the other, however many come at once', async () => {
    const questionable = caseFacts({ diagnosis: { wbc: 700 } });
    const reports = await Promise.all([importing([questionable]), importing([questionable]), importing([questionable])]);
    expect(reports.every((report) => report.stored)).toBe(true);
    expect(reports.filter(({ dataQueriesRaised }) => dataQueriesRaised > 0)).toHaveLength(1);
    expect(await revision()).toBe(1);
  });

  it('tells a dry run that it would be refused', async () => {
    expect(await importing([whole], true)).toMatchObject({ stored: false, refused: false });
    const late = caseFacts({ failure: { notifiedOn: '2002-02-01' } });
    expect(await importing([late], true)).toMatchObject({ stored: false, refused: true });
    expect(await importing([late])).toMatchObject({ stored: false, refused: true });
  });

  it('asks about a patient again, or no more, as others come to be like them', async () => {
    const second = caseFacts({ patient: { patientCode: 'FR-001-0002' } });
    await importing([second]);
    await importing([whole]);
    expect(await openQueries()).toEqual([{ rule: 'LIKELY_DUPLICATE', severity: 'SOFT' }]);
    await importing([caseFacts({ patient: { birthMonth: '1950-07' } })]);
    expect(await openQueries()).toEqual([]);
  });

  describe('of a patient who withdrew consent', () => {
    const withdrawn = caseFacts({ patient: { consentWithdrawnOn: '2006-01-10' } });
    const tables =
      'patients diagnoses treatments doses assessments mutations adverse_events failures derived_cases data_queries data_query_messages'.split(
        ' ',
      );
    const remains = (): Promise<unknown[]> => rows(tables.map((table) => `SELECT '${table}' AS stays FROM ${table}`).join(' UNION ALL '));

    it('erases the case and leaves a tombstone without the code, as often as it comes', async () => {
      await importing([caseFacts({ diagnosis: { wbc: 700 }, mutations: [{}], adverseEvents: [{}] })]);
      expect(await importing([withdrawn])).toMatchObject({ stored: true, patients: 1 });
      expect(await remains()).toEqual([]);
      expect(await rows('SELECT withdrawn_on::text FROM withdrawals')).toEqual([{ withdrawn_on: '2006-01-10' }]);
      expect(JSON.stringify(await rows('SELECT * FROM withdrawals'))).not.toContain(code);
      expect(await importing([withdrawn])).toMatchObject({ stored: true });
      expect(await revision()).toBe(2);
    });

    it('leaves the tombstone even of one who never was there', async () => {
      expect(await importing([withdrawn])).toMatchObject({ stored: true });
      expect(await remains()).toEqual([]);
      expect(await rows('SELECT 1 FROM withdrawals')).toHaveLength(1);
    });

    it('does not bring the patient back', async () => {
      await importing([withdrawn]);
      const back = await importing([whole]);
      expect(back.stored).toBe(false);
      expect(back.problems).toContainEqual(expect.objectContaining({ severity: 'HARD', file: 'patients.csv', rule: 'WITHDRAWN_PATIENT' }));
    });

    it('takes back on a dry run what it erased', async () => {
      await importing([whole]);
      await importing([withdrawn], true);
      expect((await stored()).get(code)).toEqual(whole);
      expect(await rows('SELECT 1 FROM withdrawals')).toEqual([]);
    });

    it('leaves the code nowhere in what is asked about others', async () => {
      await importing([whole, caseFacts({ patient: { patientCode: 'FR-001-0002' } })]);
      expect(await openQueries()).toEqual([{ rule: 'LIKELY_DUPLICATE', severity: 'SOFT' }]);
      await importing([withdrawn]);
      expect(await rows('SELECT message FROM data_queries')).toEqual([]);
    });
  });

  it('leaves a locked record alone, and names the row that would change it', async () => {
    await importing([whole, other]);
    await rows(`UPDATE patients SET record_status = 'LOCKED' WHERE patient_code = '${code}'`);
    expect(await importing([whole, other])).toMatchObject({ stored: true });
    const refused = await importing([{ ...whole, patient: { ...whole.patient, lastContactOn: '2005-06-30' } }, other]);
    expect(refused).toMatchObject({ stored: false, refused: true });
    expect(refused.problems).toContainEqual(expect.objectContaining({ file: 'patients.csv', line: 2, rule: 'LOCKED_RECORD' }));
  });

  it('writes into the audit trail who handed it over, and what it changed', async () => {
    await importing([whole, other]);
    await importing([whole, { ...other, patient: { ...other.patient, lastContactOn: '2005-06-30' } }]);
    const { items } = await new AuditHistory(registry.dataSource.manager).page(undefined, { first: 10 });
    expect(items.map(({ action, actor, patientCodes }) => [action, actor, ...patientCodes])).toEqual([
      ['IMPORT', 'test-coordinator', 'FR-002-0001'],
      ['IMPORT', 'test-coordinator', 'FR-002-0001'],
      ['IMPORT', 'test-coordinator', code],
      ['IMPORT', 'test-coordinator'],
    ]);
    expect(items[0]?.records).toEqual([
      { kind: 'patient', key: ['FR-002-0001'], before: { lastContactOn: '2005-06-15' }, after: { lastContactOn: '2005-06-30' } },
    ]);
  });
});
