export type { FieldArguments } from './center-codes';
export { centerOf } from './center-of';
export * from './grant';
export * from './guard-schema';
export * from './right-to';
export * from './rights-markdown';
export * from './rights-table';
