export * from './create-data-queries';
export * from './create-derived-cases';
export * from './create-records';
