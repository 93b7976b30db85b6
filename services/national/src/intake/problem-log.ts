import type { ImportProblem } from './import-problem';
import { type IntakeRule, intakeRules } from './intake-rules';

/** Notes one problem of the file at hand. */
export type ReportProblem = (rule: IntakeRule, line: number, message: string, column?: string) => void;

/** Collects the problems of a bundle, file by file. */
export class ProblemLog {
  private readonly collected: ImportProblem[] = [];

  get problems(): readonly ImportProblem[] {
    return this.collected;
  }

  /** The reporter of one file. */
  of(file: string): ReportProblem {
    return (rule, line, message, column) => {
      const severity = intakeRules[rule];
      this.collected.push(column === undefined ? { severity, file, line, rule, message } : { severity, file, line, column, rule, message });
    };
  }
}
