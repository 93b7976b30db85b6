import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFormat, columnName } from '@registry-hub/shared/domain';
import type { CaseRecords, Cohort } from './cohort';
import { inMemoryBundles } from './in-memory-bundles';
import { syntheticCohort } from './synthetic-cohort';
import { writeBundles } from './write-bundles';

const barePatient: CaseRecords = {
  patient: { patientCode: 'FR-001-0001', centerCode: 'FR-001', sex: 'F', birthMonth: '1960-02', vitalStatus: 'ALIVE' },
  diagnosis: {
    patientCode: 'FR-001-0001',
    disease: '9875/3',
    diagnosedOn: '2001-05-02',
    phPositive: false,
    spleenCm: 0,
    karyotype: '46,XX,t(9;22)(q34;q11.2)[20]',
  },
  treatments: [],
  doses: [],
  assessments: [],
  mutations: [],
  adverseEvents: [],
};
const cohort: Cohort = [
  { country: 'FR', centers: [{ centerCode: 'FR-001', name: 'The "old" centre,\nLyon', city: 'Saint-Étienne' }], cases: [barePatient] },
];

function contentOf(name: string): string | undefined {
  return inMemoryBundles(cohort)[0]?.files.find((file) => file.name === name)?.content;
}

describe('inMemoryBundles', () => {
  it('has every file of the format, with its columns in the order of the format', () => {
    const [bundle] = inMemoryBundles(cohort);
    const headers = bundle?.files.map(({ name, content }) => [name, content.split('\n')[0]]);
    expect(headers).toEqual(Object.values(bundleFormat).map(({ file, columns }) => [file, Object.keys(columns).map(columnName).join(',')]));
  });

  it('leaves what is not known empty, and writes zero and false', () => {
    expect(contentOf('diagnoses.csv')?.split('\n')[1]).toBe('FR-001-0001,9875/3,2001-05-02,,false,,0,,,,,,,"46,XX,t(9;22)(q34;q11.2)[20]"');
  });

  it('quotes commas, quotes and line ends as RFC 4180 does', () => {
    expect(contentOf('centers.csv')).toBe('center_code,name,city,opened_on\nFR-001,"The ""old"" centre,\nLyon",Saint-Étienne,\n');
  });

  it('ends every line with LF, the last one too', () => {
    expect(contentOf('patients.csv')?.split('\n').at(-1)).toBe('');
    expect(contentOf('patients.csv')).not.toContain('\r');
  });
});

describe('writeBundles', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'synthesis-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('writes the same bytes that the bundles in memory hold, folder by folder, over what was there', async () => {
    const made = syntheticCohort({ patients: 900, seed: 5, countries: ['FR', 'PL'] });
    await writeBundles(syntheticCohort({ patients: 1200, seed: 6, countries: ['FR', 'PL'] }), directory);
    const written = await writeBundles(made, directory);
    expect(new Set(await readdir(directory))).toEqual(new Set(['FR', 'PL']));
    for (const { country, files } of inMemoryBundles(made)) {
      const folder = join(directory, country);
      expect(new Set(await readdir(folder))).toEqual(new Set(files.map(({ name }) => name)));
      for (const { name, content } of files) expect(await readFile(join(folder, name), 'utf8')).toBe(content);
      const lines = files.reduce((sum, { content }) => sum + content.split('\n').length - 2, 0);
      expect(written).toContainEqual({ country, folder, records: lines });
    }
  });

  it('fails where it cannot write', async () => {
    const blocked = join(directory, 'file');
    await writeBundles(cohort, directory);
    await expect(writeBundles(cohort, join(directory, 'FR', 'centers.csv', blocked))).rejects.toThrow(/ENOTDIR|ENOENT/);
  });
});
