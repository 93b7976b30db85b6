export * from './close-cohorts';
export * from './cohort-guard';
export * from './cohort-memory';
export * from './describe-filter';
export * from './differencing-texts';
export * from './judge-difference';
