import type { CalendarMonth, CaseFacts, Center } from '@registry-hub/shared/domain';
import { caseFacts } from '@registry-hub/shared/testing';
import { NO_EXTENSIONS } from '../extension';
import type { BundleFile } from '../intake';
import { RegistryWriter } from '../storage';
import { openTestRegistry, TEST_NOW, type TestRegistry, writeBundle } from '../testing';
import type { BundleSource } from './bundle-source';
import type { ImportProgress, ImportReport } from './import-report';
import { PortionedImport } from './portioned-import';
import { stageFiles } from './stage-files';

const centers: readonly Center[] = [
  { centerCode: 'FR-001', name: 'University Hospital Poitiers' },
  { centerCode: 'FR-002', name: 'Hospital "La Source", Orléans', city: 'Orléans' },
];
const by = { subject: 'test-coordinator', roles: ['COORDINATOR'] as const };

/** The files in pieces so small that rows, cells and line ends are torn. */
async function* inPieces(files: readonly BundleFile[]): BundleSource {
  for (const { name, content } of files) yield { name, pieces: piecesOf(content) };
}

async function* piecesOf(content: string): AsyncGenerator<string> {
  for (let start = 0; start < content.length; start += 37) yield content.slice(start, start + 37);
}

describe('a bundle that is read and stored portion by portion', () => {
  let whole: TestRegistry;
  let portioned: TestRegistry;
  beforeEach(async () => {
    [whole, portioned] = await Promise.all([openTestRegistry(), openTestRegistry()]);
  });
  afterEach(() => Promise.all([whole.close(), portioned.close()]));

  const importPortioned = (files: readonly BundleFile[], dryRun = false, told: ImportProgress[] = []): Promise<ImportReport> =>
    new RegistryWriter(portioned.dataSource).write(
      async (manager) => {
        const options = { dryRun, by, now: TEST_NOW, tell: (news: ImportProgress) => void told.push(news) };
        const target = { country: 'FR', open: [], installed: NO_EXTENSIONS };
        const staged = await stageFiles(manager, inPieces(files), { country: 'FR', formats: [] }, options.tell);
        return new PortionedImport(manager, target, options, 2).run(staged);
      },
      ({ stored }) => stored,
    );

  const tables = {
    centers: '*',
    patients: '*',
    diagnoses: '*',
    treatments: '*',
    doses: '*',
    assessments: '*',
    mutations: '*',
    adverse_events: '*',
    failures: '*',
    derived_cases: '*',
    case_completeness: '*',
    data_queries: 'patient_code, rule, severity, record_kind, record_key, field, message, state, closed_by_rule',
    registry_state: 'revision',
    withdrawals: 'withdrawn_on',
    audit_entries: 'sequence, action, actor, roles',
    audit_values: 'sequence, content',
  };
  const stateOf = async ({ dataSource }: TestRegistry): Promise<unknown> => {
    const state: Record<string, unknown> = {};
    for (const [table, columns] of Object.entries(tables)) {
      state[table] = await dataSource.query(`SELECT (row_to_json(kept)::text) FROM (SELECT ${columns} FROM ${table}) AS kept ORDER BY 1`);
    }
    return state;
  };

  /** Hands the same files to both, and expects the same of both. */
  const importBoth = async (files: readonly BundleFile[]): Promise<ImportReport> => {
    const expected = await whole.services.importer.importBundle(files, { dryRun: false, by, now: TEST_NOW });
    expect(await importPortioned(files)).toEqual(expected);
    expect(await stateOf(portioned)).toEqual(await stateOf(whole));
    return expected;
  };

  const patientCode = (number: number): string => `FR-00${(number % 2) + 1}-${String(number).padStart(4, '0')}`;
  const person = (number: number, patch: NonNullable<Parameters<typeof caseFacts>[0]> = {}): CaseFacts =>
    caseFacts({
      ...patch,
      patient: {
        patientCode: patientCode(number),
        centerCode: patientCode(number).slice(0, 6),
        birthMonth: `195${number % 10}-06` as CalendarMonth,
        ...patch.patient,
      },
    });

  it('leaves the registry as one that is looked at whole would, however patients are ordered', async () => {
    const cases = [7, 3, 5, 1, 2, 9, 4].map((number) => person(number, { mutations: [{}], adverseEvents: [{}] }));
    const report = await importBoth(writeBundle(centers, cases));
    expect(report).toMatchObject({ stored: true, patients: 7, patientsChanged: 7 });
    expect(await importBoth(writeBundle(centers, cases))).toMatchObject({ stored: true, patientsChanged: 0, dataQueriesRaised: 0 });
  });

  it('compares patients of different portions, and those of the registry with all of them', async () => {
    const alike = { patient: { birthMonth: '1950-01' } } as const;
    await importBoth(writeBundle(centers, [person(4, alike), person(9, alike)]));
    await importBoth(
      writeBundle(
        centers,
        [1, 2, 3, 5, 6, 8].map((number) => person(number, alike)),
      ),
    );
    // one who was like the others is so no more, and the first of them is another
    const last = await importBoth(writeBundle(centers, [person(2), person(3, alike), person(1, alike), person(4)]));
    expect(last).toMatchObject({ stored: true, patientsChanged: 2 });
  });

  it('asks about silent patients by the latest news of the whole bundle', async () => {
    const silent = { patient: { vitalStatus: 'ALIVE', lastContactOn: '2005-06-20' } } as const;
    const cases = [person(1, silent), person(3, silent), person(5, silent), person(9, { patient: { lastContactOn: '2026-06-01' } })];
    const report = await importBoth(writeBundle(centers, cases));
    expect(report.dataQueriesRaised).toBeGreaterThanOrEqual(3);
  });

  it('erases those who withdrew consent, and does not bring them back', async () => {
    await importBoth(
      writeBundle(
        centers,
        [1, 2, 3, 4].map((number) => person(number)),
      ),
    );
    const withdrawn = person(1, { patient: { consentWithdrawnOn: '2006-01-10' } });
    await importBoth(writeBundle(centers, [withdrawn, person(2), person(8)]));
    expect(await importBoth(writeBundle(centers, [person(1), person(2)]))).toMatchObject({ refused: true });
  });

  it('tells every problem of a refused bundle, and stores nothing of it', async () => {
    const alike = { patient: { birthMonth: '1950-01' } } as const;
    const cases = [
      person(1, { failure: { notifiedOn: '2002-02-01' } }),
      ...[2, 4, 6, 8].map((number) => person(number, alike)),
      person(3, { patient: { centerCode: 'FR-001' } }),
    ];
    const files = writeBundle(centers, cases).map(({ name, content }) => ({
      name,
      content: content
        .replace(/^(FR-001-0004,.*)$/m, '$1\n$1')
        .replace(/^FR-001-0006,1,IMATINIB/m, 'FR-001-0006,1,ASPIRIN')
        .replace(/^FR-001-0008,2002/m, 'FR-001-0088,2002'),
    }));
    const report = await importBoth([...files, { name: 'visits.csv', content: 'a\n' }]);
    expect(report).toMatchObject({ refused: true, stored: false, patientsChanged: 0 });
    const rules = new Set(report.problems.map(({ rule }) => rule));
    expect([...rules]).toEqual(
      expect.arrayContaining(['DUPLICATE_KEY', 'UNKNOWN_ENUM_VALUE', 'UNKNOWN_FILE', 'PATIENT_CODE_OF_ANOTHER_CENTER', 'LIKELY_DUPLICATE']),
    );
    expect(await importBoth(files.filter(({ name }) => name !== 'centers.csv'))).toMatchObject({ refused: true });
  });

  it('takes centres that come alone, and needs the first files', async () => {
    expect(await importBoth([])).toMatchObject({ refused: true });
    await importBoth(writeBundle(centers, []));
    await importBoth(writeBundle([{ centerCode: 'FR-001', name: 'University Hospital of Poitiers' }], []));
  });

  it('does everything but store on a dry run, and tells how far it is', async () => {
    const files = writeBundle(
      centers,
      [1, 2, 3, 4, 5].map((number) => person(number)),
    );
    const told: ImportProgress[] = [];
    expect(await importPortioned(files, true, told)).toMatchObject({ stored: false, refused: false, patients: 5, patientsChanged: 5 });
    expect(told).toEqual([2, 4, 5].map((patients) => ({ stage: 'STORING', patients, of: 5 })));
    expect(await stateOf(portioned)).toEqual(await stateOf(whole));
  });
});
