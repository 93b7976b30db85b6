import { type CaseFindings, softRangeFindings } from '@registry-hub/shared/clinical';
import type { Finding } from '@registry-hub/shared/domain';
import { type CaseRecords, caseKinds } from './case-records';

/** Rules whose findings say that a record is not there; the record may be the one that could not be read. */
const rulesOfAbsence: ReadonlySet<string> = new Set(['DOSE_WITHOUT_TREATMENT', 'FAILURE_NOT_AFTER_IMATINIB_START']);

/**
 * What may be said of a case of which some row could not be read whole: contradictions among the rest, and values that are
 * improbable for themselves. Other questions wait until the whole case can be read.
 */
export function findingsOfPartialCase({ refusing }: CaseFindings, incoming: CaseRecords): CaseFindings {
  return {
    refusing: contradictionsOf(refusing),
    queries: caseKinds.flatMap((kind) => incoming[kind].flatMap(({ record }): readonly Finding[] => softRangeFindings(kind, record))),
  };
}

/** Of refusing findings about a case that is not known whole, those that hold whatever the rest may be. */
export function contradictionsOf(refusing: readonly Finding[]): readonly Finding[] {
  return refusing.filter(({ rule }) => !rulesOfAbsence.has(rule));
}
