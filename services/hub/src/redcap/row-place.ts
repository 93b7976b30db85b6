import { CENTER_CODE, PATIENT_CODE } from '@registry-hub/shared/domain';
import { repeatingForms } from './export-header';
import type { InstanceLog } from './instance-log';
import { type Instrument, instruments, RECORD_ID, REPEAT_INSTANCE, REPEAT_INSTRUMENT } from './instruments';
import { plainLabel } from './plain-label';
import type { RedcapFault } from './redcap-fault';

/** The cells by which a row of an export says what it speaks of. */
export interface RowAddress {
  readonly record: string;
  /** Of an instance of a repeating instrument; empty in the record's own row. */
  readonly form: string;
  readonly instance: string;
  readonly row: number;
}

/** The instruments whose values may stand in a row. */
export interface RowPlace {
  readonly isOpen: (instrument: Instrument) => boolean;
}

type Code = 'center_code' | 'patient_code';

const INSTANCE = /^[1-9]\d{0,8}$/;

/**
 * Finds out what a row of an export may hold.
 *
 * @param country ISO 3166-1 alpha-2; a record of another is a fault
 * @param instances of the rows above; the row's own is noted
 */
export function rowPlace(address: RowAddress, country: string, instances: InstanceLog): RowPlace | RedcapFault {
  const { record, form, instance, row } = address;
  const code = codeOf(record);
  if (code === undefined) {
    const message = "record_id must be a patient's code, as FR-001-0001, or a centre's, as FR-001.";
    return { rule: 'WRONG_RECORD_ID', row, column: RECORD_ID, message };
  }
  if (!record.startsWith(`${country}-`)) {
    const message = `record_id must begin with ${country}-, since the bundle is of that country.`;
    return { rule: 'CODE_OF_ANOTHER_COUNTRY', row, column: RECORD_ID, message };
  }
  if (form !== '') return instancePlace(address, code, instances);
  if (instance !== '') {
    return {
      rule: 'WRONG_INSTANCE',
      row,
      column: REPEAT_INSTANCE,
      message: `An instance must have its instrument in ${REPEAT_INSTRUMENT}.`,
    };
  }
  if (!instances.note(record, '', 1, row)) {
    return { rule: 'DUPLICATE_INSTANCE', row, column: RECORD_ID, message: 'A row of the same record stands above; each may stand once.' };
  }
  return { isOpen: (instrument) => !instrument.repeating && instrument.code === code };
}

function instancePlace({ record, form, instance, row }: RowAddress, code: Code, instances: InstanceLog): RowPlace | RedcapFault {
  const instrument = instruments.find((each) => each.form === form);
  if (instrument?.repeating !== true || instrument.code !== code) return { row, column: REPEAT_INSTRUMENT, ...whyNotRepeated(form) };
  if (!INSTANCE.test(instance)) {
    return { rule: 'WRONG_INSTANCE', row, column: REPEAT_INSTANCE, message: `The instance of ${form} must be a whole number from 1.` };
  }
  if (!instances.note(record, form, Number(instance), row)) {
    const message = `The same instance of ${form} stands in an earlier row of the record; each may stand once.`;
    return { rule: 'DUPLICATE_INSTANCE', row, column: REPEAT_INSTANCE, message };
  }
  return { isOpen: (each) => each === instrument };
}

/** Why there is no instance of a form in a record. */
function whyNotRepeated(form: string): Pick<RedcapFault, 'rule' | 'message'> {
  const instrument = instruments.find((each) => each.form === form);
  if (instrument?.repeating) return { rule: 'MISPLACED_VALUE', message: `The record is a centre, which has no ${form}.` };
  if (instrument) {
    return { rule: 'NOT_REPEATING', message: `${form} stands once for each record; only these may repeat: ${repeatingForms()}.` };
  }
  if (instruments.some((each) => plainLabel(each.form).toLowerCase() === form.toLowerCase())) {
    return { rule: 'LABEL_NOT_CODE', message: 'The cell holds the label of an instrument; export raw data, not labels.' };
  }
  return { rule: 'UNKNOWN_INSTRUMENT', message: `The instrument must be one of ${repeatingForms()}.` };
}

/** The bundle's column whose values a record's id is one of. */
function codeOf(record: string): Code | undefined {
  if (PATIENT_CODE.test(record)) return 'patient_code';
  return CENTER_CODE.test(record) ? 'center_code' : undefined;
}
