import type { Environment } from '../settings';
import type { ServiceModules } from '../supervisor';

/** How cases are spread over countries: alike, or as those of the published cohort (France has 62 % of them). */
export const caseShares = ['equal', 'published'] as const;
export type CaseShares = (typeof caseShares)[number];

export interface BenchOptions {
  /** Over all countries. */
  readonly cases: number;
  readonly shares: CaseShares;
  /** Of each answer that is timed. */
  readonly repetitions: number;
  /** Leaves the curves out. */
  readonly quick: boolean;
  /** Files that the results and the curves are written to. */
  readonly json: string;
  readonly picture: string;
}

/** What a bench is given of the process it runs in. */
export interface BenchContext {
  readonly machine: Environment;
  readonly services: ServiceModules;
  /** Writes one line of the result. */
  readonly out: (line: string) => void;
  /** Writes one line about how it goes. */
  readonly progress: (line: string) => void;
}
