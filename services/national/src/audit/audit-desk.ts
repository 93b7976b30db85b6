import type { DataSource } from 'typeorm';
import type { Page, PageRequest } from '../storage';
import type { Actor } from './audit-draft';
import { type AuditEntry, AuditHistory } from './audit-history';
import type { ChainHead } from './chain-entry';
import type { ReadRecorder } from './read-recorder';
import { type AuditVerification, verifyAuditTrail } from './verify-audit-trail';

/** The trail as one person looks at it. Whose changes were looked at is in the trail too. */
export class AuditDesk {
  private readonly trail: AuditHistory;

  constructor(
    private readonly dataSource: DataSource,
    private readonly reads: Pick<ReadRecorder, 'record'>,
    private readonly caller: Actor,
  ) {
    this.trail = new AuditHistory(dataSource.manager);
  }

  /** Newest first; of one patient, when a code is given. */
  async page(patientCode: string | undefined, request: PageRequest): Promise<Page<AuditEntry>> {
    const page = await this.trail.page(patientCode, request);
    // whom a read was about is not noted again: each look at the trail would name all patients of all pages that were read
    const codes = new Set(page.items.flatMap(({ records, patientCodes }) => (records.length > 0 ? patientCodes : [])));
    if (codes.size > 0) this.reads.record(this.caller, 'READ_AUDIT_TRAIL', [...codes]);
    return page;
  }

  count(patientCode: string | undefined): Promise<number> {
    return this.trail.count(patientCode);
  }

  /** What was changed about a patient who was shown already, and whose reading is recorded by that. */
  historyOf(patientCode: string, request: PageRequest): Promise<Page<AuditEntry>> {
    return this.trail.history(patientCode, request);
  }

  countHistoryOf(patientCode: string): Promise<number> {
    return this.trail.countHistory(patientCode);
  }

  /** See {@link verifyAuditTrail}. */
  verify(earlierHead: ChainHead | undefined): Promise<AuditVerification> {
    return verifyAuditTrail(this.dataSource, earlierHead);
  }
}
