import { bundleFormat, type Column, recordKinds } from '@registry-hub/shared/domain';
import { parse } from 'csv-parse/sync';
import { dataDictionary, dictionaryColumns, repeatingInstruments } from './data-dictionary';
import { LONGEST_VARIABLE } from './variable-name';

type Entry = Readonly<Record<(typeof dictionaryColumns)[number], string>>;

const entries: readonly Entry[] = parse(dataDictionary(), { columns: true });
const variables = entries.map((entry) => entry['Variable / Field Name']);
const entryOf = (variable: string): Entry | undefined => entries.find((entry) => entry['Variable / Field Name'] === variable);

describe('dataDictionary', () => {
  it("has REDCap's eighteen columns in REDCap's order", () => {
    expect(dataDictionary().split('\n')[0]).toBe(
      'Variable / Field Name,Form Name,Section Header,Field Type,Field Label,"Choices, Calculations, OR Slider Labels",Field Note,' +
        'Text Validation Type OR Show Slider Number,Text Validation Min,Text Validation Max,Identifier?,' +
        'Branching Logic (Show field only if...),Required Field?,Custom Alignment,Question Number (surveys only),' +
        'Matrix Group Name,Matrix Ranking?,Field Annotation',
    );
  });

  it('begins with the record id and has a field for every other column of the bundle', () => {
    const columns = recordKinds.flatMap((kind) => Object.keys(bundleFormat[kind].columns));
    expect(variables[0]).toBe('record_id');
    expect(variables).toHaveLength(1 + columns.length - recordKinds.length);
  });

  it('names each variable once, in a form that statistics programs keep', () => {
    expect(new Set(variables).size).toBe(variables.length);
    for (const variable of variables) expect(variable).toMatch(/^[a-z]+(_[a-z0-9]+)*$/);
    expect(variables.filter((variable) => variable.length > LONGEST_VARIABLE)).toEqual([]);
  });

  it('keeps the fields of a form together', () => {
    const forms = entries.map((entry) => entry['Form Name']);
    const runs = forms.filter((form, index) => form !== forms[index - 1]);
    expect(runs).toEqual(['patient', 'diagnosis', 'treatment', 'dose', 'assessment', 'mutation', 'adverse_event', 'failure', 'center']);
  });

  it.each<[string, Partial<Entry>]>([
    [
      'pat_birth_month',
      { 'Field Type': 'text', 'Text Validation Type OR Show Slider Number': '', 'Identifier?': 'y', 'Required Field?': 'y' },
    ],
    ['record_id', { 'Field Type': 'text', 'Form Name': 'patient', 'Identifier?': 'y' }],
    [
      'pat_sex',
      { 'Field Type': 'dropdown', 'Choices, Calculations, OR Slider Labels': 'F, Female | M, Male | OTHER, Other | UNKNOWN, Unknown' },
    ],
    [
      'pat_died_on',
      {
        'Text Validation Type OR Show Slider Number': 'date_ymd',
        'Branching Logic (Show field only if...)': "[pat_vital_status] = 'DEAD'",
      },
    ],
    ['dx_ph_positive', { 'Field Type': 'yesno', 'Field Label': 'Ph positive', 'Choices, Calculations, OR Slider Labels': '' }],
    ['dose_mg_per_day', { 'Field Label': 'mg per day', 'Field Note': 'mg/d', 'Text Validation Min': '1', 'Text Validation Max': '5000' }],
    ['asm_metaphases_examined', { 'Text Validation Type OR Show Slider Number': 'integer', 'Required Field?': '' }],
    ['asm_bcr_abl1_is_pct', { 'Text Validation Type OR Show Slider Number': 'number', 'Field Label': 'BCR ABL1 IS (%)' }],
    ['asm_comp_hema_resp', { 'Field Label': 'Complete hematologic response' }],
  ])('tells REDCap of %s', (variable, expected) => {
    expect(entryOf(variable)).toMatchObject(expected);
  });

  it('has choices that REDCap can take apart', () => {
    const codes = entries
      .filter((entry) => entry['Field Type'] === 'dropdown')
      .map((entry) => entry['Choices, Calculations, OR Slider Labels']);
    const enums = recordKinds
      .flatMap((kind) => Object.values<Column>(bundleFormat[kind].columns))
      .flatMap((type) => (type.kind === 'enum' ? [type.values] : []));
    const ofBoth = (one: string, other: string): number => one.localeCompare(other);
    const read = codes.map((text) => text.split(' | ').map((choice) => /^(\w+), [^|,]+$/.exec(choice)?.[1] ?? 'not a choice'));
    expect(read.map(String).toSorted(ofBoth)).toEqual(enums.map(String).toSorted(ofBoth));
  });

  it('shows fields only by values that other fields can have', () => {
    for (const entry of entries) {
      const logic = entry['Branching Logic (Show field only if...)'];
      if (logic === '') continue;
      const [, variable = '', code = ''] = /^\[(\w+)\] = '(\w+)'$/.exec(logic) ?? [];
      expect(entryOf(variable)?.['Choices, Calculations, OR Slider Labels']).toContain(`${code}, `);
    }
  });
});

describe('repeatingInstruments', () => {
  it('labels each instance by its key', () => {
    expect(repeatingInstruments()).toBe(
      [
        'form_name,custom_form_label',
        'treatment,[tx_line]',
        'dose,[dose_line] [dose_from_on]',
        'assessment,[asm_assessed_on]',
        'mutation,[mut_sampled_on] [mut_variant]',
        'adverse_event,[ae_term] [ae_onset_on]',
        '',
      ].join('\n'),
    );
  });
});
