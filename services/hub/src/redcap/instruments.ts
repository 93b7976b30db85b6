import { bundleFormat, type Column, columnName, type RecordKind, recordKinds } from '@registry-hub/shared/domain';
import { variableName } from './variable-name';

/** A column of the bundle as a field of a REDCap project. */
export interface RedcapField {
  readonly variable: string;
  /** The bundle's column. */
  readonly column: string;
  readonly type: Column;
  /** Whether it is part of the record's natural key. */
  readonly isKey: boolean;
}

/** A file of the bundle as an instrument (a form) of a REDCap project. */
export interface Instrument {
  readonly kind: RecordKind;
  readonly form: string;
  readonly file: string;
  /** The bundle's column that `record_id` stands for: the first of each file. */
  readonly code: string;
  /** Whether one patient can have it several times. */
  readonly repeating: boolean;
  /** All columns but the code, in the order of the bundle format. */
  readonly fields: readonly RedcapField[];
}

/** The project's first field: a patient's code, or the code of a centre, which is a record of its own. */
export const RECORD_ID = 'record_id';
export const REPEAT_INSTRUMENT = 'redcap_repeat_instrument';
export const REPEAT_INSTANCE = 'redcap_repeat_instance';

/** The variable in which REDCap keeps whether a form is complete: 0, 1 (unverified) or 2. */
export function statusVariable({ form }: Instrument): string {
  return `${form}_complete`;
}

/** The instruments of a project, the patient's first, the centre's last. */
export const instruments: readonly Instrument[] = [...recordKinds.filter((kind) => kind !== 'center'), 'center' as const].map(instrumentOf);

function instrumentOf(kind: RecordKind): Instrument {
  const { file, columns } = bundleFormat[kind];
  const key: readonly string[] = bundleFormat[kind].key;
  const code = key[0] ?? '';
  return {
    kind,
    form: columnName(kind),
    file,
    code: columnName(code),
    repeating: key.length > 1,
    fields: Object.entries<Column>(columns)
      .filter(([field]) => field !== code)
      .map(([field, type]) => ({
        variable: variableName(kind, field),
        column: columnName(field),
        type,
        isKey: key.includes(field),
      })),
  };
}
