export * from './create-audit-trail';
export * from './create-data-queries';
export * from './create-derived-cases';
export * from './create-masking';
export * from './create-quality-control';
export * from './create-records';
export * from './create-withdrawals';
export * from './track-derived-case-changes';
