export * from './cohort-filter-input';
export * from './cohort-inquiry';
export * from './cohort-resolver';
export * from './cohort-types';
export * from './partial-types';
export * from './read-cohort-filter';
export * from './statistics-enums';
