import { caseFacts } from '@registry-hub/shared/testing';
import { callerAs, openTestRegistry, type TestRegistry } from '../../testing';
import type { ReadingScope } from './reading-scope';
import { RegistryReader } from './registry-reader';

const centers = ['FR-001', 'FR-002'].map((centerCode) => ({ centerCode, name: centerCode }));
const cases = [
  caseFacts({ diagnosis: { wbc: 700 } }),
  caseFacts({ patient: { patientCode: 'FR-002-0001', centerCode: 'FR-002' }, diagnosis: { wbc: 700 } }),
  caseFacts({ patient: { patientCode: 'FR-002-0002', centerCode: 'FR-002', birthMonth: '1951-01' }, diagnosis: { wbc: 700 } }),
];
const codes = cases.map(({ patient }) => patient.patientCode);

describe('the reader', () => {
  let registry: TestRegistry;
  let queryIds: readonly string[];
  const reader = (scope: ReadingScope): RegistryReader => new RegistryReader(registry.dataSource.manager, scope);

  beforeAll(async () => {
    registry = await openTestRegistry();
    await registry.importCases(centers, cases);
    await registry.contextOf(callerAs('COORDINATOR')).consentDesk.withdraw('FR-002-0002', '2006-01-10');
    const rows = await registry.dataSource.query<{ id: string }[]>('SELECT id FROM data_queries ORDER BY id');
    queryIds = rows.map(({ id }) => id);
  });
  afterAll(() => registry.close());

  /** The patients that each way of reading leads to. */
  const ways: readonly [way: string, read: (door: RegistryReader) => Promise<readonly string[]>][] = [
    ['patients', async (door) => (await door.patients(codes)).map(({ patient }) => patient.patientCode)],
    ['patientsPage', async (door) => (await door.patientsPage({}, { first: 10 })).items.map(({ patient }) => patient.patientCode)],
    ['records', async (door) => (await door.records('diagnosis', codes)).map(({ patientCode }) => patientCode)],
    ['records below a line', async (door) => (await door.records('dose', codes)).map(({ patientCode }) => patientCode)],
    ['derivedCases', async (door) => (await door.derivedCases(codes)).map(({ patientCode }) => patientCode)],
    ['caseFacts', async (door) => [...(await door.caseFacts(codes)).keys()]],
    ['dataQueries', async (door) => (await door.dataQueries(queryIds)).map(({ patientCode }) => patientCode)],
    ['dataQueriesOf', async (door) => (await door.dataQueriesOf(codes)).map(({ patientCode }) => patientCode)],
    ['dataQueriesPage', async (door) => (await door.dataQueriesPage({}, { first: 10 })).items.map(({ patientCode }) => patientCode)],
  ];

  it.each(ways)('%s: the registry sees everyone but who withdrew, a centre its own, nobody nothing', async (_, read) => {
    expect(await read(reader({ kind: 'registry' }))).toEqual(['FR-001-0001', 'FR-002-0001']);
    expect(await read(reader({ kind: 'center', centerCode: 'FR-002' }))).toEqual(['FR-002-0001']);
    expect(await read(reader({ kind: 'nothing' }))).toEqual([]);
  });

  it('counts by the same scope', async () => {
    const counts = async (door: RegistryReader): Promise<unknown> => ({
      patients: await door.countPatients({}),
      queries: await door.countDataQueries({}),
      centers: await door.countCenters(),
      byCenter: await door.casesByCenter(['FR-001', 'FR-002']),
      quality: (await door.qualityByCenter([])).map(({ centerCode, patients }) => [centerCode, patients]),
      registered: await door.registeredCases(),
    });
    expect(await counts(reader({ kind: 'center', centerCode: 'FR-001' }))).toEqual({
      patients: 1,
      queries: 1,
      centers: 1,
      byCenter: new Map([['FR-001', 1]]),
      quality: [['FR-001', 1]],
      registered: 2,
    });
    expect(await counts(reader({ kind: 'nothing' }))).toEqual({
      patients: 0,
      queries: 0,
      centers: 0,
      byCenter: new Map(),
      quality: [],
      registered: 2,
    });
  });
});
