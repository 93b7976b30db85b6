import type { Column } from '@registry-hub/shared/domain';
import { repeatingForms } from './export-header';
import { type Instrument, instruments, RECORD_ID, REPEAT_INSTANCE, REPEAT_INSTRUMENT, type RedcapField } from './instruments';

/** What becomes of what between a bundle and a REDCap project, as a page in Markdown. */
export function mappingTable(): string {
  return `${[...introduction(), ...instruments.flatMap(instrumentLines)].join('\n')}\n`;
}

function introduction(): readonly string[] {
  return [
    '# A bundle as a REDCap project',
    '',
    'Made from the bundle format by `hub redcap mapping`; the data dictionary is made from the same.',
    '',
    '## The project',
    '',
    '- Classic, not longitudinal: no events. Auto-numbering of records off.',
    `- Set as repeating instruments: ${repeatingForms()}. The dictionary can't say so; \`hub redcap repeating\` writes the list as`,
    "  REDCap's API takes it.",
    `- \`${RECORD_ID}\` is the patient's code. A centre is a record of its own, named by the centre's code, of which only the form`,
    '  `center` is filled in.',
    '- Export: all data, CSV, **raw** data, comma, no field removed as an identifier.',
    '',
    '## Rows of the flat export',
    '',
    `| row | \`${REPEAT_INSTRUMENT}\` | \`${REPEAT_INSTANCE}\` | holds |`,
    '|---|---|---|---|',
    `| one for each patient | empty | empty | ${formsOnce('patient_code')} |`,
    `| one for each centre | empty | empty | ${formsOnce('center_code')} |`,
    `| the others | ${repeatingForms()} | 1, 2 … | that instrument |`,
    '',
    'An empty field is *not known*, and so is one of the missing-data codes named with `--missing`. A form without a known value is',
    'no record. `FORM_complete` is written as 2 and not read; `redcap_data_access_group`, `redcap_survey_identifier` and',
    '`FORM_timestamp` are not read.',
  ];
}

function formsOnce(code: string): string {
  return instruments
    .filter((instrument) => !instrument.repeating && instrument.code === code)
    .map(({ form }) => form)
    .join(', ');
}

function instrumentLines({ form, file, code, repeating, fields }: Instrument): readonly string[] {
  return [
    '',
    `## \`${form}\`: ${file}${repeating ? ', repeating' : ''}`,
    '',
    '| REDCap | bundle | required | raw values |',
    '|---|---|---|---|',
    `| \`${RECORD_ID}\` | ${code} | yes | a code |`,
    ...fields.map(fieldLine),
  ];
}

function fieldLine({ variable, column, type }: RedcapField): string {
  return `| \`${variable}\` | ${column} | ${type.required ? 'yes' : ''} | ${valuesOf(type)} |`;
}

function valuesOf(type: Column): string {
  switch (type.kind) {
    case 'text':
      return type.form ?? 'text';
    case 'date':
      return 'YYYY-MM-DD (`date_ymd`)';
    case 'month':
      return 'YYYY-MM';
    case 'boolean':
      return '1 is true, 0 is false (`yesno`)';
    case 'enum':
      return type.values.join(', ');
    case 'integer':
    case 'decimal':
      return `${type.hard.min} to ${type.hard.max}${type.unit ? ` ${type.unit}` : ''} (\`${type.kind === 'integer' ? 'integer' : 'number'}\`)`;
  }
}
