export { type AuditDatabase, openAuditDatabase } from './audit-database';
export { CENTER, COORDINATOR, changeOf, MOMENT, readOf, withdrawalOf } from './drafts';
