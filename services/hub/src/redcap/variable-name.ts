import { columnName, type RecordKind } from '@registry-hub/shared/domain';

/** REDCap takes 100 characters and advises 26: statistics programs that read its exports cut what is longer. */
export const LONGEST_VARIABLE = 26;

/** A variable is unique over a whole REDCap project, and several files have a `phase` or a `wbc`. */
const prefixes: Readonly<Record<RecordKind, string>> = {
  center: 'ctr',
  patient: 'pat',
  diagnosis: 'dx',
  treatment: 'tx',
  dose: 'dose',
  assessment: 'asm',
  mutation: 'mut',
  adverseEvent: 'ae',
  failure: 'fail',
};

/** Letters that stay of each word of a name that is too long. */
const KEPT_LETTERS = 4;

/** The REDCap variable of a record's field: `tx_started_on`; words are cut where it would be too long, `asm_comp_hema_resp`. */
export function variableName(kind: RecordKind, field: string): string {
  const name = `${prefixes[kind]}_${columnName(field)}`;
  if (name.length <= LONGEST_VARIABLE) return name;
  return name
    .split('_')
    .map((word) => word.slice(0, KEPT_LETTERS))
    .join('_');
}
