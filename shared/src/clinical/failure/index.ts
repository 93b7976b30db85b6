export * from './derive-failure-subcategory';
export { type FailureCode, failureCodes, failurePrecedence } from './failure-criteria';
export * from './failure-protocol';
export * from './met-criterion';
