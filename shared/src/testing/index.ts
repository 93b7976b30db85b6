export * from './case-facts';
export * from './golden-cohorts';
export * from './local-pool';
export * from './test-authority';
export * from './test-database';
export * from './write-bundle';
