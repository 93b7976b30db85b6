import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Cohort, publishedCohort, syntheticCohort, writeBundles } from '../synthesis';
import { bundleToExport } from './bundle-to-export';
import { exportToBundle } from './export-to-bundle';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'redcap-'));
});
afterEach(() => rm(directory, { recursive: true }));

const options = (country: string) => ({ country, missing: new Set<string>(), leftOut: new Set<string>(), allowGaps: false });

async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)));
}

/** Bundle → REDCap → bundle → REDCap, each country by itself. */
async function expectSameBytes(cohort: Cohort): Promise<void> {
  const root = await mkdtemp(join(directory, 'trip-'));
  for (const { country, folder } of await writeBundles(cohort, join(root, 'before'))) {
    const [first, second] = [join(root, `${country}.csv`), join(root, `${country}-again.csv`)];
    const after = join(root, 'after', country);
    expect((await bundleToExport(folder, first)).faults).toEqual([]);
    expect((await exportToBundle(first, after, options(country))).faults).toEqual([]);
    expect(await contents(after)).toEqual(await contents(folder));
    expect((await bundleToExport(after, second)).faults).toEqual([]);
    expect(await readFile(second, 'utf8')).toBe(await readFile(first, 'utf8'));
  }
}

describe('a bundle that goes through REDCap', () => {
  it('comes back to the byte: the published cohort', async () => {
    await expectSameBytes(publishedCohort());
  });

  it('comes back to the byte: made-up cohorts', async () => {
    const cohorts = fc.record({ seed: fc.nat(), patients: fc.integer({ min: 0, max: 40 }) });
    await fc.assert(
      fc.asyncProperty(cohorts, ({ seed, patients }) => expectSameBytes(syntheticCohort({ seed, patients, countries: ['FR', 'PL'] }))),
      { numRuns: 8 },
    );
  });

  it('comes back to the byte: whatever a text holds, and whatever is not known', async () => {
    // cells are read without the blanks around them, and these would be missing-data codes or no printable text
    const text = fc
      .string({ unit: 'binary', maxLength: 20 })
      .filter((name) => name.trim() === name && !/^-\d+$|[\0\uFEFF\uFFFD]|^[A-Z]{2,4}$/.test(name) && name !== '');
    const center = fc.record({ name: text, city: fc.option(text, { nil: undefined }) }, { requiredKeys: ['name'] });
    await fc.assert(
      fc.asyncProperty(center, async ({ name, city }) => {
        const known = city === undefined ? { name } : { name, city };
        await expectSameBytes([{ country: 'FR', centers: [{ centerCode: 'FR-001', ...known }], cases: [] }]);
      }),
      { numRuns: 12 },
    );
  });

  it('has the files it had, be they few, and records of patients that it does not hold', async () => {
    const folder = join(directory, 'FR');
    await mkdir(folder);
    await writeFile(
      join(folder, 'doses.csv'),
      'patient_code,line,from_on,mg_per_day\nFR-001-0002,1,2001-05-02,400\nFR-001-0001,1,2001-05-02,400.50\n',
    );
    await writeFile(
      join(folder, 'failures.csv'),
      'patient_code,notified_on,failed_on,reported_subcategory,decision\nFR-001-0009,2005-03-01,2005-02-01,TOXICITY,\n',
    );
    await bundleToExport(folder, join(directory, 'fr.csv'));
    expect(await readFile(join(directory, 'fr.csv'), 'utf8')).toBe(
      [
        'record_id,redcap_repeat_instrument,redcap_repeat_instance,dose_line,dose_from_on,dose_mg_per_day,dose_complete,' +
          'fail_notified_on,fail_failed_on,fail_reported_subcategory,fail_decision,failure_complete',
        'FR-001-0009,,,,,,,2005-03-01,2005-02-01,TOXICITY,,2',
        'FR-001-0002,dose,1,1,2001-05-02,400,2,,,,,',
        'FR-001-0001,dose,1,1,2001-05-02,400.50,2,,,,,',
        '',
      ].join('\n'),
    );
    await exportToBundle(join(directory, 'fr.csv'), join(directory, 'again', 'FR'), options('FR'));
    expect(await contents(join(directory, 'again', 'FR'))).toEqual(await contents(folder));
  });

  it('is on disk for its owner alone', async () => {
    await writeBundles(syntheticCohort({ seed: 1, patients: 2, countries: ['FR'] }), directory);
    await bundleToExport(join(directory, 'FR'), join(directory, 'fr.csv'));
    await exportToBundle(join(directory, 'fr.csv'), join(directory, 'again', 'FR'), options('FR'));
    for (const path of ['fr.csv', 'again/FR', 'again/FR/patients.csv']) expect((await stat(join(directory, path))).mode & 0o077).toBe(0);
  });

  it('is told by file, row and column when it has faults, and nothing is written', async () => {
    const folder = join(directory, 'FR');
    await mkdir(folder);
    await writeFile(join(folder, 'centers.csv'), 'center_code,name,nickname\nFR-001,,\nFR-001,UNK,\nLyon,Lyon,\n');
    await writeFile(join(folder, 'diagnoses.csv'), 'patient_code,disease,ph_positive\nFR-001-0001,CML,1\nFR-001-0001,9875/3,true\n');
    const { faults, faultCount } = await bundleToExport(folder, join(directory, 'fr.csv'));
    expect(faults.map(({ file, fault: { row, column, rule } }) => [file, row, column, rule].join(' '))).toEqual([
      'diagnoses.csv 1 diagnosed_on MISSING_FIELD',
      'diagnoses.csv 2 disease PATTERN_MISMATCH',
      'diagnoses.csv 2 ph_positive UNPARSABLE_VALUE',
      'diagnoses.csv 3 patient_code DUPLICATE_KEY',
      'centers.csv 1 column 3 UNKNOWN_FIELD',
      'centers.csv 2 name MISSING_VALUE',
      'centers.csv 3 name UNKNOWN_MISSING_CODE',
      'centers.csv 3 center_code DUPLICATE_KEY',
      'centers.csv 4 center_code WRONG_RECORD_ID',
    ]);
    expect(faultCount).toBe(faults.length);
    expect(await readdir(directory)).toEqual(['FR']);
  });
});
