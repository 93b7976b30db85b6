export * from './case-facts';
export * from './forge-token';
export * from './golden-cohorts';
export * from './local-pool';
export * from './test-database';
export * from './test-provider';
export * from './token-attacks';
export * from './write-bundle';
