export * from './cohort';
export * from './connections';
export * from './disclosure-log';
export * from './enums';
export * from './reference';
export * from './scalars';
export * from './subgraph';
