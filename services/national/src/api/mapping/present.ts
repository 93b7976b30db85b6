import { failureCategoryOf, type TimelineEvent } from '@registry-hub/shared/clinical';
import type { Center, DerivedCase } from '@registry-hub/shared/domain';
import type { DataQuery, StoredPatient } from '../../storage';
import type { CenterType, DataQueryType, DerivedCaseType, PatientType, TimelineEventType } from '../types';

/** What is stored, as the API shows it. Records below a patient have the same fields in both and need no mapping. */

export function presentCenter({ centerCode, ...center }: Center): CenterType {
  return { code: centerCode, ...center };
}

export function presentPatient({ patient, ...registry }: StoredPatient): PatientType {
  const { patientCode, consentedOn, consentWithdrawnOn, ...fields } = patient;
  return {
    code: patientCode,
    ...fields,
    ...registry,
    consent: {
      ...(consentedOn && { givenOn: consentedOn }),
      ...(consentWithdrawnOn && { withdrawnOn: consentWithdrawnOn }),
      active: consentWithdrawnOn === undefined,
    },
  };
}

/** The failure category here is the derived one; the reported one stands in the notification. */
export function presentDerivedCase({ derivedSubcategory, ...derived }: DerivedCase): DerivedCaseType {
  return {
    ...derived,
    ...(derivedSubcategory && {
      failureSubcategory: derivedSubcategory,
      failureCategory: failureCategoryOf(derivedSubcategory),
    }),
  };
}

export function presentDataQuery({ at, ...query }: DataQuery): DataQueryType {
  return { ...query, recordKind: at.kind, recordKey: at.key, ...(at.field !== undefined && { field: at.field }) };
}

export function presentTimelineEvent({ record, ...event }: TimelineEvent): TimelineEventType {
  return { ...event, ...(record && { recordKind: record.kind, recordKey: record.key }) };
}
