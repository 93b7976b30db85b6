import type { Check } from '../check';
import { expectSame, expectThat } from '../deviation';
import { dryRun, freeCenter, importFiles, type ReportedImport, stateOf } from '../import-asker';
import {
  bundleText,
  type MadeUpBundle,
  madeUpBundle,
  type Place,
  rowsOf,
  withCell,
  withColumn,
  withLineTwice,
  withoutColumn,
} from '../made-up-bundle';
import type { RegistryUnderTest } from '../registry-under-test';

interface Fault {
  readonly id: string;
  readonly what: string;
  readonly put: (good: MadeUpBundle, country: string) => MadeUpBundle;
  /** Where a report must name it; without a column, anywhere in the line; without a line, anywhere in the file. */
  readonly at: Partial<Place> & Pick<Place, 'file'>;
}

/** A value in one cell that no bundle may have. */
function cell(id: string, what: string, at: Place, value: string | ((country: string) => string)): Fault {
  return { id, what, at, put: (good, country) => withCell(good, at, typeof value === 'string' ? value : value(country)) };
}

/** The same, where another cell may be named as well as this one: which of two dates is wrong nobody knows. */
function line(id: string, what: string, at: Place, value: string): Fault {
  return { id, what, at: { file: at.file }, put: (good) => withCell(good, at, value) };
}

const of = (file: string, column: string, onLine = 2): Place => ({ file, line: onLine, column });
const elsewhere = (country: string): string => (country === 'FR' ? 'DE' : 'FR');

const faults: readonly Fault[] = [
  cell('unparsable-date', 'A date that is none', of('diagnoses.csv', 'diagnosed_on'), '2001-13-01'),
  cell('unparsable-month', 'A month that is none', of('patients.csv', 'birth_month'), '51-03'),
  cell('unparsable-number', 'A number with a comma or a word', of('diagnoses.csv', 'wbc'), 'many'),
  cell('unparsable-integer', 'A number that is not whole where it must be', of('assessments.csv', 'metaphases_examined'), '20.5'),
  cell('unparsable-boolean', 'A boolean that is neither true nor false', of('diagnoses.csv', 'ph_positive'), 'yes'),
  cell('unparsable-variant', 'A mutation that is none', of('mutations.csv', 'variant'), 'T315'),
  cell('unknown-enum', 'A value that the vocabulary does not have', of('treatments.csv', 'drug'), 'ASPIRIN'),
  cell('missing-value', 'A required value that is missing', of('patients.csv', 'vital_status'), ''),
  {
    id: 'missing-column',
    what: 'A required column that is missing',
    put: (good) => withoutColumn(good, 'failures.csv', 'failed_on'),
    at: { file: 'failures.csv', line: 1 },
  },
  {
    id: 'duplicate-key',
    what: 'A natural key that is there twice',
    put: (good) => withLineTwice(good, 'doses.csv', 2),
    at: { file: 'doses.csv' },
  },
  {
    id: 'unknown-patient',
    what: 'A row of a patient who is nowhere',
    put: (good) => withCell(good, of('mutations.csv', 'patient_code'), `${(good['centers.csv'] ?? [])[1]?.[0]}-9999`),
    at: of('mutations.csv', 'patient_code'),
  },
  cell('unknown-center', 'A patient of a centre that is nowhere', of('patients.csv', 'center_code'), (country) => `${country}-000`),
  cell(
    'foreign-code',
    'The code of another country',
    of('adverse_events.csv', 'patient_code'),
    (country) => `${elsewhere(country)}-001-0001`,
  ),
  cell('hard-range', 'A value outside its hard range', of('diagnoses.csv', 'spleen_cm'), '41'),
  cell('grade', 'A grade that CTCAE does not have', of('adverse_events.csv', 'grade'), '6'),
  line('before-birth', 'A diagnosis before birth', of('diagnoses.csv', 'diagnosed_on'), '1950-01-01'),
  line('before-diagnosis', 'A treatment before its diagnosis', of('treatments.csv', 'started_on'), '2001-08-01'),
  line('stop-before-start', 'A treatment that stops before it starts', of('treatments.csv', 'stopped_on'), '2001-09-30'),
  line('failure-before-imatinib', 'A failure before the imatinib that failed', of('failures.csv', 'failed_on'), '2001-09-20'),
  line('notified-before-failure', 'A notification before the failure', of('failures.csv', 'notified_on'), '2003-10-01'),
  line('after-death', 'An event after death', of('adverse_events.csv', 'onset_on'), '2005-09-01'),
  line('dead-undated', 'A death without its date', of('patients.csv', 'died_on', 3), ''),
  line('alive-with-death', 'A date of death of somebody alive', of('patients.csv', 'died_on'), '2006-05-30'),
  line('metaphases', 'More Ph+ metaphases than were examined', of('assessments.csv', 'metaphases_ph_positive'), '26'),
  cell('future', 'A date in the future', of('patients.csv', 'last_contact_on'), '2999-01-01'),
  {
    id: 'identifying-column',
    what: 'A column that looks like a name',
    put: (good) => withColumn(good, 'patients.csv', 'last_name', ''),
    at: { file: 'patients.csv', line: 1 },
  },
  cell('e-mail', 'An e-mail address', of('adverse_events.csv', 'term'), 'ask marie@hospital.example'),
  cell('full-birth-date', 'A full date of birth', of('patients.csv', 'birth_month'), '1951-03-14'),
];

function isAt({ file, line: onLine, column }: Fault['at'], problem: ReportedImport['problems'][number]): boolean {
  return (
    problem.severity === 'HARD' &&
    problem.file === file &&
    (onLine === undefined || problem.line === onLine) &&
    (column === undefined || problem.column === column)
  );
}

function placeText({ file, line: onLine, column }: Fault['at']): string {
  return [file, ...(onLine === undefined ? [] : [`line ${onLine}`]), ...(column === undefined ? [] : [`column ${column}`])].join(', ');
}

async function goodBundle(registry: RegistryUnderTest): Promise<MadeUpBundle> {
  return madeUpBundle(await freeCenter(registry));
}

/** What a dry run tells of bundles. Nothing is stored. */
export const importChecks: readonly Check[] = [
  {
    id: 'import.good',
    sentence: 'A good bundle is counted and found without a HARD problem by a dry run, which stores nothing.',
    run: async (registry) => {
      const before = await stateOf(registry);
      const bundle = await goodBundle(registry);
      const { problems, stored, rows, patients } = await dryRun(registry, bundle);
      const hard = problems.filter(({ severity }) => severity === 'HARD');
      expectSame({ hard: [], stored: false, rows: rowsOf(bundle), patients: 3 }, { hard, stored, rows, patients });
      expectSame(before, await stateOf(registry));
    },
  },
  {
    id: 'import.forms-of-text',
    sentence: 'A byte-order mark, CRLF and another order of columns are as good.',
    run: async (registry) => {
      const bundle = await goodBundle(registry);
      const turned = Object.fromEntries(Object.entries(bundle).map(([name, rows]) => [name, rows.map((row) => row.toReversed())]));
      const { problems, rows } = await importFiles(registry, bundleText(turned, { newline: '\r\n', mark: '\uFEFF' }), true);
      expectSame({ hard: [], rows: rowsOf(bundle) }, { hard: problems.filter(({ severity }) => severity === 'HARD'), rows });
    },
  },
  {
    id: 'import.unknown-column',
    sentence: 'An unknown column is a SOFT problem.',
    run: async (registry) => {
      const { problems } = await dryRun(registry, withColumn(await goodBundle(registry), 'doses.csv', 'remarkable', '1'));
      const told = problems.filter(({ column }) => column === 'remarkable');
      expectThat(
        told.length > 0 && told.every(({ severity, file }) => severity === 'SOFT' && file === 'doses.csv'),
        'SOFT in doses.csv',
        problems,
      );
    },
  },
  ...faults.map(
    ({ id, what, put, at }): Check => ({
      id: `import.${id}`,
      sentence: `${what} refuses the bundle, and is named with file, line, column and rule.`,
      run: async (registry) => {
        const { stored, problems } = await dryRun(registry, put(await goodBundle(registry), registry.code));
        expectSame(false, stored, 'stored ');
        expectThat(
          problems.some((problem) => isAt(at, problem)),
          `a HARD problem at ${placeText(at)}`,
          problems.filter(({ severity }) => severity === 'HARD'),
        );
      },
    }),
  ),
  {
    id: 'import.all-problems',
    sentence: 'Every problem of a bundle is told, not the first one.',
    run: async (registry) => {
      const chosen = faults.filter(({ id }) => ['unknown-enum', 'hard-range', 'unparsable-variant', 'missing-value'].includes(id));
      const bundle = chosen.reduce((all, { put }) => put(all, registry.code), await goodBundle(registry));
      const { problems } = await dryRun(registry, bundle);
      const untold = chosen.filter(({ at }) => !problems.some((problem) => isAt(at, problem)));
      expectSame(
        [],
        untold.map(({ at }) => placeText(at)),
        'untold: ',
      );
    },
  },
];
