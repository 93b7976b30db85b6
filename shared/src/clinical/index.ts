export * from './criteria';
export * from './derivation';
export * from './rules';
export * from './mutations';
