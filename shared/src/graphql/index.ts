export * from './cohort';
export * from './enums';
export * from './reference';
export * from './scalars';
export * from './subgraph';
