export * from './european-cohorts';
export * from './european-pool';
export * from './known-answers';
