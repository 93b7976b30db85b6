import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BundleFile, parseBundle } from '../intake';
import { checkBundle } from './check-bundle';
import type { CheckedBundle } from './checked-bundle';

const fixtures = join(__dirname, 'fixtures');

const filesOf = (fixture: string): readonly BundleFile[] =>
  readdirSync(join(fixtures, fixture)).map((name) => ({ name, content: readFileSync(join(fixtures, fixture, name), 'utf8') }));

/** The valid bundle with the files of a fixture in place of its own. */
function withFault(fault: string): readonly BundleFile[] {
  const files = filesOf(fault);
  return [...filesOf('valid').filter(({ name }) => !files.some((file) => file.name === name)), ...files];
}

const check = (files: readonly BundleFile[]): CheckedBundle =>
  checkBundle(parseBundle(files, 'FR'), { isEmpty: true, centers: new Map(), cases: new Map() }, { country: 'FR', today: '2026-11-21' });

const placesOfHard = ({ problems }: CheckedBundle): readonly string[] =>
  problems
    .filter(({ severity }) => severity === 'HARD')
    .map(({ file, line, column, rule }) => `${file}:${line}${column === undefined ? '' : `:${column}`} ${rule}`);

/** The fixture's name, every HARD problem it must bring, in order, and the message of the first. */
const faults: readonly (readonly [fault: string, problems: readonly string[], message: RegExp])[] = [
  // files
  ['unknown-file', ['visits.csv:1 UNKNOWN_FILE'], /not part of a bundle, which holds centers\.csv, patients\.csv/],
  ['duplicate-file', ['mutations.csv:1 DUPLICATE_FILE'], /handed in twice/],
  ['missing-patients-file', ['patients.csv:1 MISSING_FILE'], /must hold patients\.csv/],
  ['missing-centers-file', ['centers.csv:1 MISSING_FILE'], /must hold centers\.csv/],
  [
    'empty-file',
    ['mutations.csv:1:patient_code MISSING_COLUMN', 'mutations.csv:1:sampled_on MISSING_COLUMN', 'mutations.csv:1:variant MISSING_COLUMN'],
    /must stand in the header/,
  ],
  // text and CSV
  ['not-utf8', ['centers.csv:3:name NOT_UTF8'], /save the file as UTF-8/],
  ['nul-character', ['adverse_events.csv:2:term NOT_UTF8'], /save the file as UTF-8/],
  ['unclosed-quote', ['mutations.csv:2 UNREADABLE_CSV'], /no quote closes/],
  ['quote-inside-cell', ['centers.csv:2 UNREADABLE_CSV'], /write the quote twice/],
  ['text-after-closing-quote', ['centers.csv:3 UNREADABLE_CSV'], /followed by a comma or the line end/],
  ['too-few-cells', ['mutations.csv:2 WRONG_CELL_COUNT'], /has 4 cells, the header 5/],
  ['too-many-cells', ['mutations.csv:2 WRONG_CELL_COUNT'], /has 6 cells, the header 5/],
  // columns
  ['missing-required-column', ['adverse_events.csv:1:grade MISSING_COLUMN'], /must stand in the header/],
  ['missing-key-column', ['patients.csv:1:patient_code MISSING_COLUMN'], /must stand in the header/],
  ['duplicate-column', ['mutations.csv:1:vaf_pct DUPLICATE_COLUMN'], /stands twice/],
  // cells
  ['missing-required-value', ['diagnoses.csv:2:disease MISSING_VALUE'], /disease is required/],
  ['unparsable-date', ['patients.csv:2:consented_on UNPARSABLE_VALUE'], /consented_on must be a date that exists, as YYYY-MM-DD/],
  ['unparsable-month', ['patients.csv:2:birth_month UNPARSABLE_VALUE'], /birth_month must be a month, as YYYY-MM/],
  ['unparsable-number', ['diagnoses.csv:2:wbc UNPARSABLE_VALUE'], /wbc must be a number, with a point/],
  ['unparsable-integer', ['assessments.csv:2:metaphases_examined UNPARSABLE_VALUE'], /metaphases_examined must be a whole number/],
  ['unparsable-boolean', ['diagnoses.csv:2:ph_positive UNPARSABLE_VALUE'], /ph_positive must be true or false/],
  ['unparsable-variant', ['mutations.csv:2:variant UNPARSABLE_VARIANT'], /as T315I or p\.\(Thr315Ile\)/],
  ['unknown-enum-value', ['treatments.csv:3:drug UNKNOWN_ENUM_VALUE'], /drug must be one of IMATINIB, DASATINIB/],
  ['pattern-mismatch', ['diagnoses.csv:2:disease PATTERN_MISMATCH'], /disease must be an ICD-O-3 morphology code/],
  ['malformed-patient-code', ['mutations.csv:2:patient_code PATTERN_MISMATCH'], /as FR-001-0001/],
  ['outside-hard-range', ['diagnoses.csv:2:wbc OUTSIDE_HARD_RANGE'], /between 0 and 1500 10\*9\/L/],
  ['code-of-another-country', ['mutations.csv:2:patient_code CODE_OF_ANOTHER_COUNTRY'], /must begin with FR-/],
  // natural keys
  ['duplicate-key', ['assessments.csv:4:patient_code DUPLICATE_KEY'], /same patient_code, assessed_on stands in line 3/],
  ['duplicate-variant', ['mutations.csv:3:patient_code DUPLICATE_KEY'], /same patient_code, sampled_on, variant stands in line 2/],
  ['duplicate-patient', ['patients.csv:4:patient_code DUPLICATE_KEY'], /same patient_code stands in line 2/],
  // identifying content
  ['identifying-column', ['patients.csv:1:last_name IDENTIFYING_COLUMN'], /told who a patient is/],
  ['person-name', ['treatments.csv:3:prospective_study IDENTIFYING_VALUE'], /looks like a person's name/],
  ['e-mail-address', ['adverse_events.csv:2:term IDENTIFYING_VALUE'], /looks like an e-mail address/],
  ['telephone-number', ['centers.csv:2:name IDENTIFYING_VALUE'], /looks like a national or telephone number/],
  ['national-number', ['adverse_events.csv:2:term IDENTIFYING_VALUE'], /looks like a national or telephone number/],
  ['full-date-of-birth', ['patients.csv:2:birth_month IDENTIFYING_VALUE'], /looks like a full date/],
  ['full-date-in-text', ['adverse_events.csv:2:term IDENTIFYING_VALUE'], /looks like a full date/],
  ['identifying-value-in-unknown-column', ['patients.csv:2:remark IDENTIFYING_VALUE'], /looks like a full date of birth/],
  ['national-number-as-patient-code', ['mutations.csv:2:patient_code IDENTIFYING_VALUE'], /person's number in place of/],
  // references
  ['unknown-patient', ['mutations.csv:2:patient_code UNKNOWN_PATIENT'], /of this bundle or of the registry/],
  ['unknown-center', ['patients.csv:3:center_code UNKNOWN_CENTER'], /of this bundle or of the registry/],
  [
    'patient-code-of-another-center',
    ['patients.csv:3:patient_code PATIENT_CODE_OF_ANOTHER_CENTER'],
    /begin with the patient's center_code/,
  ],
  ['dose-without-treatment', ['doses.csv:4:line DOSE_WITHOUT_TREATMENT'], /line 7 has a dose but is no treatment line/],
  // contradictions within a case
  ['diagnosis-before-birth', ['diagnoses.csv:2:diagnosed_on DATE_ORDER', 'failures.csv:2 INELIGIBLE_CASE'], /before birth_month 2003-01/],
  ['treatment-before-diagnosis', ['treatments.csv:2:started_on DATE_ORDER'], /before diagnosed_on 2002-12-24/],
  ['stop-before-start', ['treatments.csv:2:stopped_on DATE_ORDER'], /before started_on 2002-12-20/],
  ['failure-before-imatinib', ['failures.csv:3:failed_on FAILURE_NOT_AFTER_IMATINIB_START'], /not after the start of imatinib/],
  ['notified-before-failure', ['failures.csv:2:notified_on NOTIFIED_BEFORE_FAILURE'], /before failed_on 2004-04-02/],
  [
    'event-after-death',
    ['adverse_events.csv:2:onset_on EVENT_AFTER_DEATH', 'adverse_events.csv:2:resolved_on EVENT_AFTER_DEATH'],
    /after died_on 2005-12-02/,
  ],
  ['dead-without-date-of-death', ['patients.csv:3:died_on DIED_ON_PRESENCE'], /died_on is empty while vital_status is DEAD/],
  ['date-of-death-of-the-living', ['patients.csv:3:died_on DIED_ON_PRESENCE'], /while vital_status is LOST/],
  [
    'more-ph-positive-than-examined',
    ['assessments.csv:2:metaphases_ph_positive PH_POSITIVE_EXCEEDS_EXAMINED'],
    /more than metaphases_examined 20/,
  ],
  ['date-in-the-future', ['patients.csv:2:last_contact_on FUTURE_DATE'], /2046-07-15 is in the future/],
  ['center-opened-in-the-future', ['centers.csv:2:opened_on FUTURE_DATE'], /2045-01-15 is in the future/],
  ['imatinib-dose-of-another-unit', ['doses.csv:2:mg_per_day IMATINIB_DOSE_RANGE'], /50 to 1200 mg a day/],
];

/** Fixtures that are not the valid bundle with some files replaced. */
const otherBundles: Readonly<Record<string, () => readonly BundleFile[]>> = {
  'duplicate-file': () => [...filesOf('valid'), ...filesOf('duplicate-file')],
  'missing-patients-file': () => filesOf('missing-patients-file'),
  'missing-centers-file': () => filesOf('missing-centers-file'),
};

describe('a bundle with one fault', () => {
  test.each(faults)('%s is refused', (fault, problems, message) => {
    const checked = check(otherBundles[fault]?.() ?? withFault(fault));
    expect(placesOfHard(checked)).toEqual(problems);
    expect(checked.problems.find(({ severity }) => severity === 'HARD')?.message).toMatch(message);
    expect(checked.refused).toBe(true);
  });
});

test('the valid bundle has no problem', () => {
  const checked = check(filesOf('valid'));
  expect(checked.problems).toEqual([]);
  expect(checked).toMatchObject({ refused: false, centers: [{ centerCode: 'FR-001' }, { centerCode: 'FR-002' }] });
  expect(checked.cases.map(({ facts }) => facts.patient.patientCode)).toEqual(['FR-001-0001', 'FR-002-0001']);
});

test('a formula in a text is text', () => {
  const checked = check(withFault('formula-in-text'));
  expect(checked.problems).toEqual([]);
  expect(checked.centers[0]?.name).toBe("=HYPERLINK('http://example.org')");
});

test('an unknown column is told and does not refuse', () => {
  const checked = check(withFault('unknown-column'));
  expect(checked.refused).toBe(false);
  expect(checked.problems).toMatchObject([{ severity: 'SOFT', file: 'centers.csv', line: 1, column: 'beds', rule: 'UNKNOWN_COLUMN' }]);
});

test('all faults are listed, not the first', () => {
  expect(placesOfHard(check(withFault('several-faults')))).toEqual([
    'diagnoses.csv:2:diagnosed_on FUTURE_DATE',
    'diagnoses.csv:3:wbc OUTSIDE_HARD_RANGE',
    'mutations.csv:2:patient_code UNKNOWN_PATIENT',
    'patients.csv:2:birth_month UNPARSABLE_VALUE',
    'patients.csv:3:sex UNKNOWN_ENUM_VALUE',
    'treatments.csv:2:started_on DATE_ORDER',
    'treatments.csv:3:started_on DATE_ORDER',
  ]);
});

test('every fixture is tested', () => {
  const tested = [...faults.map(([fault]) => fault), 'valid', 'formula-in-text', 'unknown-column', 'several-faults'];
  const folders = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).toSorted()).toEqual(tested.toSorted());
});
