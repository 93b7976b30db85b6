export { CohortCounter } from './cohort-counter';
export { type CohortCounterOptions, createCohortCounter } from './create-cohort-counter';
export * from './live-columns';
export * from './national-pool';
export * from './partial-desk';
export * from './statistics-desk';
export * from './statistics-services';
