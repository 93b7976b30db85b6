import { CreateCohortMemory } from './create-cohort-memory';
import { KeepFrozenCohorts } from './keep-frozen-cohorts';

/** For every database that remembers answered cohorts. */
export const cohortMemoryMigrations = [CreateCohortMemory, KeepFrozenCohorts] as const;
