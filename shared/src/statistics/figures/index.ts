export * from './frequency-table';
export * from './histogram';
export * from './measure-summary';
export * from './milestone-figures';
export * from './response-rates';
export * from './survival';
export * from './test-result';
export * from './wilson-interval';
