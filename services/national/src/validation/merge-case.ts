import type { CaseFacts, Patient, RecordTypes } from '@registry-hub/shared/domain';
import type { CaseKind, CaseRecords } from './case-records';
import { caseOf, newCase, noRecords, putRecords, recordLists } from './record-lists';

/**
 * The case as it stands once the bundle is stored: an incoming record takes the place of the one with its natural key, whole; what
 * the bundle does not mention stays.
 */
export function mergeCase(patient: Patient, existing: CaseFacts | undefined, incoming: CaseRecords): CaseFacts {
  const known = existing ? recordLists(existing) : noRecords;
  const merged = <K extends CaseKind>(kind: K): readonly RecordTypes[K][] =>
    putRecords(
      kind,
      known[kind],
      incoming[kind].map(({ record }) => record),
    );
  const lists = {
    diagnosis: merged('diagnosis'),
    treatment: merged('treatment'),
    dose: merged('dose'),
    assessment: merged('assessment'),
    mutation: merged('mutation'),
    adverseEvent: merged('adverseEvent'),
    failure: merged('failure'),
  };
  return caseOf(patient, lists, existing ?? newCase);
}
