import type { CaseFacts, RecordKind, RecordTypes } from '@registry-hub/shared/domain';

/** Kinds of records that belong to a patient. */
export type CaseKind = Exclude<RecordKind, 'center'>;

/** The records of a case by kind, each kind as a list. */
export const recordsOfCase: { readonly [K in CaseKind]: (facts: CaseFacts) => readonly RecordTypes[K][] } = {
  patient: ({ patient }) => [patient],
  diagnosis: ({ diagnosis }) => (diagnosis ? [diagnosis] : []),
  treatment: ({ treatments }) => treatments,
  dose: ({ doses }) => doses,
  assessment: ({ assessments }) => assessments,
  mutation: ({ mutations }) => mutations,
  adverseEvent: ({ adverseEvents }) => adverseEvents,
  failure: ({ failure }) => (failure ? [failure] : []),
};

/** In the order in which one may refer to those before it. */
export const caseKinds = Object.keys(recordsOfCase) as readonly CaseKind[];
