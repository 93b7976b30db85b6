import type { CaseFacts, RecordTypes } from '@registry-hub/shared/domain';
import type { CaseKind } from './case-records';
import { joinKey, keyText } from './record-key';
import { caseOf, putRecords, type RecordLists, recordLists, withoutKeys } from './record-lists';

/** The record of a case with this natural key, its values in key order. */
export function recordOf<K extends CaseKind>(facts: CaseFacts, kind: K, key: readonly string[]): RecordTypes[K] | undefined {
  const wanted = joinKey(key);
  return recordLists(facts)[kind].find((record) => keyText(kind, record) === wanted);
}

/** The case with a record more, or with it in the place of the one with its natural key. */
export function withRecord<K extends CaseKind>(facts: CaseFacts, kind: K, record: RecordTypes[K]): CaseFacts {
  const lists = recordLists(facts);
  return edited(facts, { ...lists, [kind]: putRecords(kind, lists[kind], [record]) });
}

/** The case without the record with this natural key. */
export function withoutRecord<K extends CaseKind>(facts: CaseFacts, kind: K, key: readonly string[]): CaseFacts {
  const lists = recordLists(facts);
  return edited(facts, { ...lists, [kind]: withoutKeys(kind, lists[kind], new Set([joinKey(key)])) });
}

function edited(facts: CaseFacts, lists: RecordLists): CaseFacts {
  return caseOf(lists.patient[0] ?? facts.patient, lists, facts);
}
