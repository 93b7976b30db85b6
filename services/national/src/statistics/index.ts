export * from './live-columns';
export * from './national-pool';
export * from './partial-desk';
export * from './statistics-desk';
export * from './statistics-services';
