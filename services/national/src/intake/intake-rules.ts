import type { Severity } from '@registry-hub/shared/domain';

/** What reading a bundle can find wrong. A HARD fault refuses the bundle, a SOFT one is told and the bundle goes on. */
export const intakeRules = {
  UNKNOWN_FILE: 'HARD',
  DUPLICATE_FILE: 'HARD',
  NOT_UTF8: 'HARD',
  UNREADABLE_CSV: 'HARD',
  WRONG_CELL_COUNT: 'HARD',
  MISSING_COLUMN: 'HARD',
  DUPLICATE_COLUMN: 'HARD',
  UNKNOWN_COLUMN: 'SOFT',
  IDENTIFYING_COLUMN: 'HARD',
  IDENTIFYING_VALUE: 'HARD',
  MISSING_VALUE: 'HARD',
  UNPARSABLE_VALUE: 'HARD',
  UNPARSABLE_VARIANT: 'HARD',
  UNKNOWN_ENUM_VALUE: 'HARD',
  PATTERN_MISMATCH: 'HARD',
  OUTSIDE_HARD_RANGE: 'HARD',
  CODE_OF_ANOTHER_COUNTRY: 'HARD',
  DUPLICATE_KEY: 'HARD',
} as const satisfies Record<string, Severity>;

export type IntakeRule = keyof typeof intakeRules;
