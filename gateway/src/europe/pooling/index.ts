export * from './european-cohorts';
export * from './european-pool';
