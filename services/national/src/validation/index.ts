export {
  type CandidateCase,
  type CaseComparison,
  compareCases,
  findingsOf,
  findingsOfOthers,
  type Surroundings,
} from './case-comparison';
export { type CaseKind, type CaseRecords, caseKinds, mentionedPatients } from './case-records';
export { type CheckContext, checkBundle } from './check-bundle';
export { withExtensionRecord } from './check-extension-records';
export type { CheckedBundle, CheckedCase } from './checked-bundle';
export { recordOf, withoutRecord, withRecord } from './edit-case';
export type { ExistingRegistry } from './existing-registry';
export { caseFindingsOf, type ExtensionCaseFinding, extensionQuestions, recordFindingsOf } from './extension-findings';
export type { ExtensionRecordChange } from './extension-record-change';
export { contradictionsOf } from './partial-case';
export { keyOf } from './record-key';
export { type ChildKind, caseOf, newCase, noRecords, recordLists } from './record-lists';
export { type CenterFault, centerFaults } from './references';
export type { Withdrawal } from './withdrawals';
