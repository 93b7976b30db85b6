import type { ChangeDraft } from './audit-draft';
import type { RecordChange } from './record-change';

/** What an entry says beyond its links: the part that can be erased. */
export interface AuditContent {
  readonly records: readonly RecordChange[];
  readonly reason?: string;
}

/** The text whose digest goes into the chain; undefined when there is nothing to say. */
export function contentText({ records, reason }: Pick<ChangeDraft, 'records' | 'reason'>): string | undefined {
  return records.length === 0 && reason === undefined ? undefined : JSON.stringify({ records, reason });
}

/** The inverse of {@link contentText}. */
export function parseContent(text: string | null): AuditContent {
  return text === null ? { records: [] } : (JSON.parse(text) as AuditContent);
}
