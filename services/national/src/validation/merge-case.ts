import { bundleFormat, type CaseFacts, type Patient, type RecordTypes } from '@registry-hub/shared/domain';
import type { SourcedRecord } from '../intake';
import { type CaseKind, type CaseRecords, keyText } from './case-records';

/**
 * The case as it stands once the bundle is stored: an incoming record takes the place of the one with its natural key, whole; what
 * the bundle does not mention stays.
 */
export function mergeCase(patient: Patient, existing: CaseFacts | undefined, incoming: CaseRecords): CaseFacts {
  const diagnosis = incoming.diagnosis[0]?.record ?? existing?.diagnosis;
  const failure = incoming.failure[0]?.record ?? existing?.failure;
  return {
    patient,
    recordStatus: existing?.recordStatus ?? 'NOTIFIED',
    ...(diagnosis && { diagnosis }),
    treatments: mergeRecords('treatment', existing?.treatments, incoming.treatment),
    doses: mergeRecords('dose', existing?.doses, incoming.dose),
    assessments: mergeRecords('assessment', existing?.assessments, incoming.assessment),
    mutations: mergeRecords('mutation', existing?.mutations, incoming.mutation),
    adverseEvents: mergeRecords('adverseEvent', existing?.adverseEvents, incoming.adverseEvent),
    ...(failure && { failure }),
  };
}

function mergeRecords<K extends CaseKind>(
  kind: K,
  existing: readonly RecordTypes[K][] = [],
  incoming: readonly SourcedRecord<K>[],
): readonly RecordTypes[K][] {
  if (incoming.length === 0) return existing;
  const records = incoming.map(({ record }) => record);
  return [...withoutReplaced(kind, existing, records), ...records].toSorted((left, right) => compareKeys(kind, left, right));
}

function withoutReplaced<K extends CaseKind>(
  kind: K,
  existing: readonly RecordTypes[K][],
  records: readonly RecordTypes[K][],
): readonly RecordTypes[K][] {
  if (existing.length === 0) return existing;
  const replaced = new Set(records.map((record) => keyText(kind, record)));
  return existing.filter((record) => !replaced.has(keyText(kind, record)));
}

function compareKeys<K extends CaseKind>(kind: K, left: RecordTypes[K], right: RecordTypes[K]): number {
  for (const field of bundleFormat[kind].key) {
    const [before, after] = [left[field], right[field]];
    if (before !== after) return before < after ? -1 : 1;
  }
  return 0;
}
