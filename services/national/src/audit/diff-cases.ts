import type { CaseFacts, RecordStatus, RecordTypes } from '@registry-hub/shared/domain';
import { type CaseKind, caseKinds, recordsOfCase } from '../storage';
import { diffRecords, keyOf } from './diff-records';
import type { RecordChange } from './record-change';

/** How much is said of a record that is new: everything, or that it is there. */
export type NewRecords = 'BY_VALUE' | 'BY_KEY';

/**
 * Everything that changed about a case, record by record.
 *
 * @param before undefined when the case is new
 * @param newRecords BY_KEY for a bulk import: a million new rows need not be stored twice. The values stand in the record itself
 *   until they change, and from then on in that change's `before`, so that no earlier value is ever unknown.
 */
export function diffCases(before: CaseFacts | undefined, after: CaseFacts, newRecords: NewRecords = 'BY_VALUE'): RecordChange[] {
  const records = caseKinds.flatMap((kind) => diffKind(kind, before, after, newRecords));
  if (before === undefined || before.recordStatus === after.recordStatus) return records;
  return [...records, statusChange(after.patient.patientCode, before.recordStatus, after.recordStatus)];
}

/** A case's move from one record status to another. */
export function statusChange(patientCode: string, before: RecordStatus, after: RecordStatus): RecordChange {
  return { kind: 'case', key: [patientCode], before: { recordStatus: before }, after: { recordStatus: after } };
}

function diffKind<K extends CaseKind>(kind: K, before: CaseFacts | undefined, after: CaseFacts, newRecords: NewRecords): RecordChange[] {
  const was = new Map((before ? recordsOfCase[kind](before) : []).map((record) => [identityOf(kind, record), record]));
  const changes = recordsOfCase[kind](after).flatMap((record) => {
    const identity = was.size === 0 ? undefined : identityOf(kind, record);
    const earlier = identity === undefined ? undefined : was.get(identity);
    if (identity !== undefined) was.delete(identity);
    if (earlier === undefined && newRecords === 'BY_KEY') return { kind, key: keyOf(kind, record) };
    return diffRecords(kind, earlier, record) ?? [];
  });
  return [...changes, ...[...was.values()].flatMap((gone) => diffRecords(kind, gone, undefined) ?? [])];
}

function identityOf<K extends CaseKind>(kind: K, record: RecordTypes[K]): string {
  return JSON.stringify(keyOf(kind, record));
}
