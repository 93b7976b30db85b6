export * from './citation';
export * from './criteria';
export * from './derivation';
export * from './failure';
export * from './mutations';
export { recordReference } from './record-reference';
export * from './rules';
export * from './scores';
