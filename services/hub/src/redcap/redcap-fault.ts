/** What can be wrong with a REDCap export, or with a bundle that is to become one. */
export type RedcapRule =
  | 'NOT_UTF8'
  | 'UNREADABLE_CSV'
  | 'WRONG_CELL_COUNT'
  | 'MISSING_FIELD'
  | 'DUPLICATE_FIELD'
  | 'UNKNOWN_FIELD'
  | 'CHECKBOX_FIELD'
  | 'LONGITUDINAL_PROJECT'
  | 'WRONG_RECORD_ID'
  | 'CODE_OF_ANOTHER_COUNTRY'
  | 'UNKNOWN_INSTRUMENT'
  | 'NOT_REPEATING'
  | 'WRONG_INSTANCE'
  | 'DUPLICATE_INSTANCE'
  | 'INSTANCE_GAP'
  | 'DUPLICATE_KEY'
  | 'MISPLACED_VALUE'
  | 'MISSING_VALUE'
  | 'UNKNOWN_MISSING_CODE'
  | 'LABEL_NOT_CODE'
  | 'UNKNOWN_CHOICE'
  | 'WRONG_DATE_FORMAT'
  | 'UNPARSABLE_VALUE'
  | 'OUTSIDE_HARD_RANGE'
  | 'PATTERN_MISMATCH';

/**
 * One fault and where it stands. The message says what would be right and never repeats what was written: it may hold what
 * identifies a patient.
 */
export interface RedcapFault {
  readonly rule: RedcapRule;
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  /** The column's name as the header has it; absent where the whole row is meant. */
  readonly column?: string;
  readonly message: string;
}
