export * from './cohort';
export * from './enums';
export * from './scalars';
export * from './subgraph';
