import type { ImportProblem } from '../intake';

export interface ImportReport {
  readonly stored: boolean;
  /** Whether a HARD problem forbids storing; a dry run tells it as an import would. */
  readonly refused: boolean;
  /** Data rows of all files, header lines not counted. */
  readonly rows: number;
  /** Patients the bundle speaks of. */
  readonly patients: number;
  /** Of them, those whose facts are different afterwards, or would be after a dry run; 0 when refused. */
  readonly patientsChanged: number;
  readonly dataQueriesRaised: number;
  readonly problems: readonly ImportProblem[];
}

/** How far an import of a large bundle is. */
export type ImportProgress =
  | { readonly stage: 'READING'; readonly rows: number }
  | { readonly stage: 'STORING'; readonly patients: number; readonly of: number };
