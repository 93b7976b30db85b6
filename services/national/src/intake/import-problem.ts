import type { Severity } from '@registry-hub/shared/domain';

/**
 * One fault of a bundle and where it stands. The message says what would be right and never repeats what was written:
 * it may hold what identifies a patient.
 */
export interface ImportProblem {
  readonly severity: Severity;
  readonly file: string;
  /** The header is line 1; of a row that spans several lines, the first. */
  readonly line: number;
  /** The column's name as the header has it; absent where the whole row or file is meant. */
  readonly column?: string;
  readonly rule: string;
  readonly message: string;
}

/** Orders problems by file, line, column and rule; for `Array.prototype.sort`. */
export function compareProblems(left: ImportProblem, right: ImportProblem): number {
  return (
    compare(left.file, right.file) ||
    left.line - right.line ||
    compare(left.column ?? '', right.column ?? '') ||
    compare(left.rule, right.rule)
  );
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
