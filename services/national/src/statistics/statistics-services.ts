import type { CohortMemories } from '@registry-hub/shared/cohort-memory';
import type { SuppressionSolver } from '@registry-hub/shared/disclosure';
import type { CohortCounter } from './cohort-counter';

/** What answers statistical questions as long as the process lives. */
export interface StatisticsServices {
  readonly country: string;
  readonly counter: CohortCounter;
  /** Decides what disclosure control suppresses. */
  readonly solver: SuppressionSolver;
  readonly memories: CohortMemories;
}
