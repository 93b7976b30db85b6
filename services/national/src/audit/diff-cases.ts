import type { CaseFacts, RecordKind, RecordTypes } from '@registry-hub/shared/domain';
import { diffRecords, keyOf } from './diff-records';
import type { RecordChange } from './record-change';

type CaseKind = Exclude<RecordKind, 'center'>;

const recordsOf: { readonly [K in CaseKind]: (facts: CaseFacts) => readonly RecordTypes[K][] } = {
  patient: ({ patient }) => [patient],
  diagnosis: ({ diagnosis }) => (diagnosis ? [diagnosis] : []),
  treatment: ({ treatments }) => treatments,
  dose: ({ doses }) => doses,
  assessment: ({ assessments }) => assessments,
  mutation: ({ mutations }) => mutations,
  adverseEvent: ({ adverseEvents }) => adverseEvents,
  failure: ({ failure }) => (failure ? [failure] : []),
};

const caseKinds = Object.keys(recordsOf) as readonly CaseKind[];

/**
 * Everything that changed about a case, record by record.
 *
 * @param before undefined when the case is new
 */
export function diffCases(before: CaseFacts | undefined, after: CaseFacts): RecordChange[] {
  const records = caseKinds.flatMap((kind) => diffKind(kind, before, after));
  if (before === undefined || before.recordStatus === after.recordStatus) return records;
  const status = {
    kind: 'case' as const,
    key: [after.patient.patientCode],
    before: { recordStatus: before.recordStatus },
    after: { recordStatus: after.recordStatus },
  };
  return [...records, status];
}

function diffKind<K extends CaseKind>(kind: K, before: CaseFacts | undefined, after: CaseFacts): RecordChange[] {
  if (before === undefined) return recordsOf[kind](after).flatMap((record) => diffRecords(kind, undefined, record) ?? []);
  const identify = (record: RecordTypes[K]): string => JSON.stringify(keyOf(kind, record));
  const was = new Map(recordsOf[kind](before).map((record) => [identify(record), record]));
  const changes = recordsOf[kind](after).flatMap((record) => {
    const identity = identify(record);
    const earlier = was.get(identity);
    was.delete(identity);
    return diffRecords(kind, earlier, record) ?? [];
  });
  return [...changes, ...[...was.values()].flatMap((gone) => diffRecords(kind, gone, undefined) ?? [])];
}
