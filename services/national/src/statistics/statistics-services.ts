import type { CohortMemories } from '@registry-hub/shared/cohort-memory';
import type { LiveColumns } from './live-columns';
import type { LiveSettings } from './live-settings';

/** What answers statistical questions as long as the process lives. */
export interface StatisticsServices {
  readonly country: string;
  readonly columns: LiveColumns;
  readonly settings: LiveSettings;
  readonly memories: CohortMemories;
}
