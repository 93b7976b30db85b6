export * from './frequency-table';
export * from './measure-summary';
export * from './wilson-interval';
