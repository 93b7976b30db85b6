export * from './create-audit-trail';
export * from './create-data-queries';
export * from './create-derived-cases';
export * from './create-records';
export * from './track-derived-case-changes';
