export { CenterDesk } from './center-desk';
export { ConsentDesk } from './consent-desk';
export type { Desk } from './desk';
export { eraseReturnedCases } from './erase-returned-cases';
export { openUnlockedCase } from './open-case';
export { QueryDesk } from './query-desk';
export { refuseReason } from './read-arguments';
export { type Correction, RecordDesk } from './record-desk';
export { type StatusChange, StatusDesk } from './status-desk';
