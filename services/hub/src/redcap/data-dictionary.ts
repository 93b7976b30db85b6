import type { Column } from '@registry-hub/shared/domain';
import { stringify } from 'csv-stringify/sync';
import { type Instrument, instruments, RECORD_ID, type RedcapField } from './instruments';
import { plainLabel } from './plain-label';
import { variableName } from './variable-name';

/** The columns of a REDCap data dictionary, in the order and spelling that REDCap takes. */
export const dictionaryColumns = [
  'Variable / Field Name',
  'Form Name',
  'Section Header',
  'Field Type',
  'Field Label',
  'Choices, Calculations, OR Slider Labels',
  'Field Note',
  'Text Validation Type OR Show Slider Number',
  'Text Validation Min',
  'Text Validation Max',
  'Identifier?',
  'Branching Logic (Show field only if...)',
  'Required Field?',
  'Custom Alignment',
  'Question Number (surveys only)',
  'Matrix Group Name',
  'Matrix Ranking?',
  'Field Annotation',
] as const;

type DictionaryEntry = Partial<Record<(typeof dictionaryColumns)[number], string>>;

/** Fields that a form shows only when they can apply. */
const onlyWhenDead = `[${variableName('patient', 'vitalStatus')}] = 'DEAD'`;
const shownOnly: Readonly<Record<string, string>> = {
  [variableName('patient', 'diedOn')]: onlyWhenDead,
  [variableName('patient', 'deathCause')]: onlyWhenDead,
};

/** The data dictionary of a REDCap project that holds what a bundle holds, as CSV. */
export function dataDictionary(): string {
  const entries = instruments.flatMap((instrument) => instrument.fields.map((field) => fieldEntry(instrument, field)));
  return stringify([recordIdEntry(), ...entries], { header: true, columns: dictionaryColumns });
}

/** The instruments to be set as repeating, which no dictionary says: the CSV of REDCap's API method for it. */
export function repeatingInstruments(): string {
  const rows = instruments
    .filter(({ repeating }) => repeating)
    .map(({ form, fields }) => ({
      form_name: form,
      custom_form_label: fields
        .filter(({ isKey }) => isKey)
        .map(({ variable }) => `[${variable}]`)
        .join(' '),
    }));
  return stringify(rows, { header: true, columns: ['form_name', 'custom_form_label'] });
}

function recordIdEntry(): DictionaryEntry {
  return {
    'Variable / Field Name': RECORD_ID,
    'Form Name': instruments[0]?.form ?? '',
    'Field Type': 'text',
    'Field Label': 'Record',
    'Field Note': "the patient's code, as FR-001-0001; a centre is a record of its own, as FR-001",
    'Identifier?': 'y',
  };
}

function fieldEntry({ form }: Instrument, { variable, column, type }: RedcapField): DictionaryEntry {
  return {
    'Variable / Field Name': variable,
    'Form Name': form,
    'Field Label': plainLabel(column),
    ...typeEntry(type),
    'Identifier?': type.kind === 'month' ? 'y' : '',
    'Branching Logic (Show field only if...)': shownOnly[variable] ?? '',
    'Required Field?': type.required ? 'y' : '',
  };
}

/** What REDCap is told of a column's type; a month has no type there, since each of its dates has a day. */
function typeEntry(type: Column): DictionaryEntry {
  switch (type.kind) {
    case 'text':
      return { 'Field Type': 'text', 'Field Note': type.form ?? '' };
    case 'date':
      return { 'Field Type': 'text', 'Text Validation Type OR Show Slider Number': 'date_ymd' };
    case 'month':
      return { 'Field Type': 'text', 'Field Note': 'YYYY-MM, never with the day' };
    case 'boolean':
      return { 'Field Type': 'yesno' };
    case 'enum':
      return { 'Field Type': 'dropdown', 'Choices, Calculations, OR Slider Labels': choices(type.values) };
    case 'integer':
    case 'decimal':
      return {
        'Field Type': 'text',
        'Field Note': type.unit ?? '',
        'Text Validation Type OR Show Slider Number': type.kind === 'integer' ? 'integer' : 'number',
        'Text Validation Min': String(type.hard.min),
        'Text Validation Max': String(type.hard.max),
      };
  }
}

function choices(values: readonly string[]): string {
  return values.map((value) => `${value}, ${plainLabel(value)}`).join(' | ');
}
