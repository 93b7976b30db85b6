import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Conversion } from './conversion';
import { type ConversionOptions, exportToBundle } from './export-to-bundle';
import { missingCodes } from './missing-codes';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'redcap-'));
});
afterEach(() => rm(directory, { recursive: true }));

const header =
  'record_id,redcap_repeat_instrument,redcap_repeat_instance,redcap_data_access_group,ctr_name,ctr_city,ctr_opened_on,center_complete,' +
  'pat_center_code,pat_sex,pat_birth_month,pat_consented_on,pat_consent_withdrawn_on,pat_vital_status,pat_last_contact_on,pat_died_on,' +
  'pat_death_cause,patient_complete,tx_line,tx_drug,tx_started_on,tx_stopped_on,tx_stop_reason,tx_prospective_study,tx_best_response,' +
  'treatment_complete,dx_disease,dx_diagnosed_on,dx_phase,dx_ph_positive,dx_transcript,dx_spleen_cm,dx_wbc,dx_hemoglobin,dx_platelets,' +
  'dx_blasts_pct,dx_basophils_pct,dx_eosinophils_pct,dx_karyotype,diagnosis_complete';
const variables = header.split(',');

type Cells = Readonly<Record<string, string>>;

const patient: Cells = {
  record_id: 'FR-001-0001',
  redcap_data_access_group: 'lyon',
  pat_center_code: 'FR-001',
  pat_sex: 'F',
  pat_birth_month: '1960-02',
  pat_vital_status: 'ALIVE',
  patient_complete: '2',
  treatment_complete: '',
};
const line = (instance: number, cells: Cells = {}): Cells => ({
  record_id: 'FR-001-0001',
  redcap_repeat_instrument: 'treatment',
  redcap_repeat_instance: String(instance),
  tx_line: String(instance),
  tx_drug: 'IMATINIB',
  tx_started_on: '2001-05-02',
  treatment_complete: '0',
  ...cells,
});
const center: Cells = { record_id: 'FR-001', ctr_name: 'Hôpital "A", Lyon' };

const csvOf = (rows: readonly Cells[], columns: readonly string[] = variables): string =>
  `${[columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\r\n')}\r\n`;

async function convert(csv: string, options: Partial<ConversionOptions> = {}): Promise<Conversion> {
  const source = join(directory, 'export.csv');
  await writeFile(source, csv);
  const strict = { country: 'FR', missing: new Set<string>(), leftOut: new Set<string>(), allowGaps: false };
  return exportToBundle(source, join(directory, 'FR'), { ...strict, ...options });
}

const told = ({ faults }: Conversion): readonly string[] =>
  faults.map(({ fault: { row, column, rule } }) => [row, column ?? '-', rule].join(' '));

const written = (file: string): Promise<string> => readFile(join(directory, 'FR', file), 'utf8');

describe('exportToBundle', () => {
  it('makes of each form a row of its file, of 1 and 0 true and false, and of an empty form nothing', async () => {
    const sick: Cells = { ...patient, dx_disease: '9875/3', dx_diagnosed_on: '2001-04-30', dx_ph_positive: '0', dx_wbc: '12.50' };
    const other: Cells = { ...patient, record_id: 'FR-001-0002', diagnosis_complete: '0' };
    const { faults, written: files } = await convert(`\uFEFF${csvOf([center, line(1), sick, other])}`);
    expect(faults).toEqual([]);
    expect(files.map(({ file, rows }) => `${file} ${rows}`).toSorted()).toEqual([
      'centers.csv 1',
      'diagnoses.csv 1',
      'patients.csv 2',
      'treatments.csv 1',
    ]);
    expect(await written('diagnoses.csv')).toContain('\nFR-001-0001,9875/3,2001-04-30,,false,,,12.50,,,,,,\n');
    expect(await written('centers.csv')).toBe('center_code,name,city,opened_on\nFR-001,"Hôpital ""A"", Lyon",,\n');
    expect(await written('treatments.csv')).toContain('\nFR-001-0001,1,IMATINIB,2001-05-02,,,,\n');
  });

  it("takes the project's missing-data codes for not known", async () => {
    const rows = [{ ...patient, pat_consented_on: 'UNK', pat_death_cause: '-9', dx_karyotype: 'NA', dx_wbc: '-9' }];
    const { faults } = await convert(csvOf(rows), { missing: missingCodes('-9, UNK,NA') });
    expect(faults).toEqual([]);
    expect(await written('patients.csv')).toContain('\nFR-001-0001,FR-001,F,1960-02,,,ALIVE,,,\n');
    expect(await written('diagnoses.csv')).toBe(`${(await written('diagnoses.csv')).split('\n')[0]}\n`);
  });

  it.each<[string, Cells, string]>([
    ['another missing-data code, in a date', { pat_consented_on: 'NASK' }, 'pat_consented_on UNKNOWN_MISSING_CODE'],
    [
      'another missing-data code, in a number',
      { dx_disease: '9875/3', dx_diagnosed_on: '2001-04-30', dx_wbc: '-8' },
      'dx_wbc UNKNOWN_MISSING_CODE',
    ],
    [
      'another missing-data code, in a text',
      { dx_disease: '9875/3', dx_diagnosed_on: '2001-04-30', dx_karyotype: 'UNK' },
      'dx_karyotype UNKNOWN_MISSING_CODE',
    ],
    ['a missing-data code where a value must be', { pat_sex: '-9' }, 'pat_sex MISSING_VALUE'],
    ['a value outside the choices', { pat_sex: '2' }, 'pat_sex UNKNOWN_CHOICE'],
    ['a label', { pat_vital_status: 'Alive' }, 'pat_vital_status LABEL_NOT_CODE'],
    [
      'a label of a yes-no field',
      { dx_disease: '9875/3', dx_diagnosed_on: '2001-04-30', dx_ph_positive: 'Yes' },
      'dx_ph_positive LABEL_NOT_CODE',
    ],
    [
      'a third answer to yes or no',
      { dx_disease: '9875/3', dx_diagnosed_on: '2001-04-30', dx_ph_positive: '2' },
      'dx_ph_positive UNKNOWN_CHOICE',
    ],
    ['a label of a form status', { patient_complete: 'Complete' }, 'patient_complete LABEL_NOT_CODE'],
    ['a date, day first', { pat_last_contact_on: '31-12-2005' }, 'pat_last_contact_on WRONG_DATE_FORMAT'],
    ['a date, month first', { pat_last_contact_on: '12/31/2005' }, 'pat_last_contact_on WRONG_DATE_FORMAT'],
    ['a date that does not exist', { pat_last_contact_on: '2006-02-30' }, 'pat_last_contact_on UNPARSABLE_VALUE'],
    ['a month with its day', { pat_birth_month: '1960-02-17' }, 'pat_birth_month UNPARSABLE_VALUE'],
    ['a decimal comma', { dx_disease: '9875/3', dx_diagnosed_on: '2001-04-30', dx_wbc: '12,5' }, 'dx_wbc UNPARSABLE_VALUE'],
    [
      'a number that cannot be',
      { dx_disease: '9875/3', dx_diagnosed_on: '2001-04-30', dx_hemoglobin: '9.5' },
      'dx_hemoglobin OUTSIDE_HARD_RANGE',
    ],
    ['a text not of its pattern', { pat_center_code: 'Lyon' }, 'pat_center_code PATTERN_MISMATCH'],
    ['a required value that is not there', { pat_birth_month: '' }, 'pat_birth_month MISSING_VALUE'],
    ['a value of a repeating instrument', { tx_drug: 'IMATINIB' }, 'tx_drug MISPLACED_VALUE'],
    ["a centre's value", { ctr_name: 'Lyon' }, 'ctr_name MISPLACED_VALUE'],
    ['a record of another country', { record_id: 'DE-001-0001' }, 'record_id CODE_OF_ANOTHER_COUNTRY'],
    ['a record number', { record_id: '17' }, 'record_id WRONG_RECORD_ID'],
    ['an instance without its instrument', { redcap_repeat_instance: '1' }, 'redcap_repeat_instance WRONG_INSTANCE'],
    [
      'a form that does not repeat',
      { redcap_repeat_instrument: 'patient', redcap_repeat_instance: '1' },
      'redcap_repeat_instrument NOT_REPEATING',
    ],
    [
      'an unknown instrument',
      { redcap_repeat_instrument: 'visit', redcap_repeat_instance: '1' },
      'redcap_repeat_instrument UNKNOWN_INSTRUMENT',
    ],
    [
      "an instrument's label",
      { redcap_repeat_instrument: 'Adverse event', redcap_repeat_instance: '1' },
      'redcap_repeat_instrument LABEL_NOT_CODE',
    ],
    [
      'an instance that is no number',
      { redcap_repeat_instrument: 'treatment', redcap_repeat_instance: '0' },
      'redcap_repeat_instance WRONG_INSTANCE',
    ],
  ])('names row and column of %s, and writes nothing', async (_, cells, expected) => {
    const conversion = await convert(csvOf([center, { ...patient, ...cells }]), { missing: missingCodes('-9') });
    expect(told(conversion)).toEqual([`3 ${expected}`]);
    expect(conversion.written).toEqual([]);
    expect(await readdir(directory)).toEqual(['export.csv']);
  });

  it.each<[string, readonly Cells[], readonly string[]]>([
    ['a record twice', [patient, patient], ['3 record_id DUPLICATE_INSTANCE']],
    ['an instance twice', [line(1), line(1, { tx_line: '2' })], ['3 redcap_repeat_instance DUPLICATE_INSTANCE']],
    ['a key twice', [line(1), line(2, { tx_line: '1' })], ['3 tx_line DUPLICATE_KEY']],
    ['a gap', [line(4), line(1), line(3)], ['4 redcap_repeat_instance INSTANCE_GAP']],
    ['a treatment of a centre', [line(1, { record_id: 'FR-001' })], ['2 redcap_repeat_instrument MISPLACED_VALUE']],
    ["a patient's value in an instance", [line(1, { pat_sex: 'F' })], ['2 pat_sex MISPLACED_VALUE']],
    [
      'every fault of a row',
      [{ ...patient, pat_sex: 'Female', pat_died_on: '1.2.2005' }],
      ['2 pat_sex LABEL_NOT_CODE', '2 pat_died_on WRONG_DATE_FORMAT'],
    ],
  ])('names %s', async (_, rows, expected) => {
    expect(told(await convert(csvOf(rows)))).toEqual(expected);
  });

  it('takes instances in any order, and gaps where they are allowed', async () => {
    expect(told(await convert(csvOf([line(3), line(2), line(1)])))).toEqual([]);
    await rm(join(directory, 'FR'), { recursive: true });
    expect(told(await convert(csvOf([line(3), line(1)]), { allowGaps: true }))).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    ['events', `${header},redcap_event_name\n`, ['1 redcap_event_name LONGITUDINAL_PROJECT']],
    [
      'labels',
      'Record ID,Repeat Instrument,Repeat Instance,Sex\n',
      ['1 record_id MISSING_FIELD', '1 redcap_repeat_instrument MISSING_FIELD', '1 redcap_repeat_instance MISSING_FIELD'],
    ],
    [
      'instruments that do not repeat',
      'record_id,pat_sex\n',
      ['1 redcap_repeat_instrument MISSING_FIELD', '1 redcap_repeat_instance MISSING_FIELD'],
    ],
    [
      'unknown fields',
      `${header},hair_color,Patient's name\n`,
      ['1 hair_color UNKNOWN_FIELD', `1 column ${variables.length + 2} UNKNOWN_FIELD`],
    ],
    ['checkboxes', `${header},dx_phase___chronic\n`, ['1 dx_phase___chronic CHECKBOX_FIELD']],
    ['a column twice', `${header},pat_sex\n`, ['1 pat_sex DUPLICATE_FIELD']],
    ['a field left out', `${header.replace('tx_drug,', '')}\n`, ['1 tx_drug MISSING_FIELD']],
    ['no header', '', ['1 - MISSING_FIELD']],
    ['a row that is too short', `${header}\nFR-001\n`, ['2 - WRONG_CELL_COUNT']],
    ['no CSV', `${header}\nFR-001,"\n`, ['2 - UNREADABLE_CSV']],
  ])('names %s', async (_, csv, expected) => {
    expect(told(await convert(csv))).toEqual(expected);
  });

  it('names rows that are not UTF-8', async () => {
    const source = join(directory, 'export.csv');
    await writeFile(source, Buffer.from(csvOf([{ ...center, ctr_name: 'Hôpital' }, patient]), 'latin1'));
    const options = { country: 'FR', missing: new Set<string>(), leftOut: new Set<string>(), allowGaps: false };
    expect(told(await exportToBundle(source, join(directory, 'FR'), options))).toEqual(['2 - NOT_UTF8']);
  });

  it('says that semicolons must be commas', async () => {
    const { faults } = await convert(header.replaceAll(',', ';'));
    expect(faults[0]?.fault.message).toBe('The columns must be parted by commas; choose the comma in the export.');
  });

  it("leaves out the project's own fields that were named", async () => {
    expect(
      told(await convert(csvOf([{ ...patient, hair_color: 'red' }], [...variables, 'hair_color']), { leftOut: new Set(['hair_color']) })),
    ).toEqual([]);
  });

  it('never repeats what was written', async () => {
    const { faults } = await convert(csvOf([{ ...patient, pat_sex: 'Jeanne Martin', pat_last_contact_on: '17/02/1960' }]));
    expect(faults.map(({ fault }) => fault.message).join('\n')).not.toMatch(/Martin|1960/);
  });

  it('counts the faults that it does not list', async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => ({ ...patient, record_id: `FR-001-${1000 + index}`, pat_sex: 'Female' }));
    const { faults, faultCount } = await convert(csvOf(rows));
    expect([faults.length, faultCount]).toEqual([1000, 1200]);
  });

  it('does not touch a folder that holds files, and says when the export is not there', async () => {
    await mkdir(join(directory, 'FR'));
    await expect(
      exportToBundle(join(directory, 'none.csv'), join(directory, 'FR'), {
        country: 'FR',
        missing: new Set(),
        leftOut: new Set(),
        allowGaps: false,
      }),
    ).rejects.toThrow(/none\.csv can't be read \(.*ENOENT/);
    await writeFile(join(directory, 'FR', 'patients.csv'), 'patient_code\n');
    await expect(convert(csvOf([patient]))).rejects.toThrow('holds files already');
    expect(await written('patients.csv')).toBe('patient_code\n');
  });
});

describe('missingCodes', () => {
  it.each([
    ['1', "--missing: 1 is a value of dx_ph_positive, so it can't also say that the value is missing."],
    ['-9,OTHER', "--missing: OTHER is a value of pat_sex, so it can't also say that the value is missing."],
    ['not known', '--missing: expected codes with commas, as -9,NA,UNK.'],
    ['', '--missing: expected codes with commas, as -9,NA,UNK.'],
  ])('refuses %j', (list, sentence) => {
    expect(() => missingCodes(list)).toThrow(sentence);
  });
});
