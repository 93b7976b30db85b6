import { bundleFormat, type CaseFacts, type Patient, type RecordTypes } from '@registry-hub/shared/domain';
import type { CaseKind } from './case-records';
import { keyText } from './record-key';

/** Kinds of records below a patient. */
export type ChildKind = Exclude<CaseKind, 'patient'>;

/** The records of a case, each kind as a list in key order, those included of which a case has one at most. */
export type RecordLists = { readonly [K in CaseKind]: readonly RecordTypes[K][] };

/** What the registry, and not its centres, says of a case. */
export type RegistryFields = Pick<CaseFacts, 'recordStatus' | 'ehdsOptOut' | 'ehdsOptOutOn'>;

/** Of a case in which nothing is documented. */
export const noRecords: RecordLists = {
  patient: [],
  diagnosis: [],
  treatment: [],
  dose: [],
  assessment: [],
  mutation: [],
  adverseEvent: [],
  failure: [],
};

export const newCase: RegistryFields = { recordStatus: 'NOTIFIED', ehdsOptOut: false };

export function recordLists({ patient, diagnosis, failure, ...lists }: CaseFacts): RecordLists {
  return {
    patient: [patient],
    diagnosis: diagnosis ? [diagnosis] : [],
    treatment: lists.treatments,
    dose: lists.doses,
    assessment: lists.assessments,
    mutation: lists.mutations,
    adverseEvent: lists.adverseEvents,
    failure: failure ? [failure] : [],
  };
}

/** The inverse of {@link recordLists}. */
export function caseOf(
  patient: Patient,
  lists: Omit<RecordLists, 'patient'>,
  { recordStatus, ehdsOptOut, ehdsOptOutOn }: RegistryFields,
): CaseFacts {
  const [diagnosis] = lists.diagnosis;
  const [failure] = lists.failure;
  return {
    patient,
    recordStatus,
    ehdsOptOut,
    ...(ehdsOptOutOn && { ehdsOptOutOn }),
    ...(diagnosis && { diagnosis }),
    treatments: lists.treatment,
    doses: lists.dose,
    assessments: lists.assessment,
    mutations: lists.mutation,
    adverseEvents: lists.adverseEvent,
    ...(failure && { failure }),
  };
}

/** Puts records over those with their natural keys, whole, and leaves the others. */
export function putRecords<K extends CaseKind>(
  kind: K,
  existing: readonly RecordTypes[K][],
  records: readonly RecordTypes[K][],
): readonly RecordTypes[K][] {
  if (records.length === 0) return existing;
  const kept = existing.length === 0 ? existing : withoutKeys(kind, existing, new Set(records.map((record) => keyText(kind, record))));
  return [...kept, ...records].toSorted((left, right) => compareKeys(kind, left, right));
}

export function withoutKeys<K extends CaseKind>(
  kind: K,
  records: readonly RecordTypes[K][],
  keys: ReadonlySet<string>,
): readonly RecordTypes[K][] {
  return records.filter((record) => !keys.has(keyText(kind, record)));
}

function compareKeys<K extends CaseKind>(kind: K, left: RecordTypes[K], right: RecordTypes[K]): number {
  for (const field of bundleFormat[kind].key) {
    const [before, after] = [left[field], right[field]];
    if (before !== after) return before < after ? -1 : 1;
  }
  return 0;
}
