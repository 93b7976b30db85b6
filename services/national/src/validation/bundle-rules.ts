import type { ImportProblem } from '../intake';

/** What only the bundle as a whole, held against the registry, can show. All of it is HARD. */
export type BundleRule =
  | 'MISSING_FILE'
  | 'UNKNOWN_CENTER'
  | 'CLOSED_CENTER'
  | 'UNKNOWN_PATIENT'
  | 'PATIENT_CODE_OF_ANOTHER_CENTER'
  | 'WITHDRAWN_PATIENT'
  | 'LOCKED_RECORD';

/** Where a problem stands: a row, or line 1 for a whole file. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

export function bundleProblem(rule: BundleRule, { file, line }: Place, message: string, column?: string): ImportProblem {
  return { severity: 'HARD', file, line, ...(column !== undefined && { column }), rule, message };
}
