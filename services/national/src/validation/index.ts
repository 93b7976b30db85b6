export { type CaseKind, type CaseRecords, caseKinds, mentionedPatients } from './case-records';
export { type CheckContext, checkBundle } from './check-bundle';
export type { CheckedBundle, CheckedCase } from './checked-bundle';
export type { ExistingRegistry } from './existing-registry';
