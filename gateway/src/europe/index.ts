export * from './europe-context';
export * from './europe-subgraph';
export { europeanCohorts, KnownAnswers } from './pooling';
