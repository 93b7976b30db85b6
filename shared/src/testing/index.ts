export * from './case-facts';
export * from './test-database';
