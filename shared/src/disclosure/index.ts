export * from './check-coverage';
export * from './policy';
export * from './release-count';
export * from './release-frequencies';
export * from './release-summary';
export * from './suppress-line';
export * from './suppress-table';
