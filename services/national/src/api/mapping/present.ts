import { failureCategoryOf } from '@registry-hub/shared/clinical';
import type { Center, DerivedCase } from '@registry-hub/shared/domain';
import type { CenterQualityFigures, DataQuery, StoredPatient } from '../../storage';
import type { CenterQualityType, CenterType, DataQueryType, DerivedCaseType, PatientType, QualityReportType } from '../types';

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

export function presentQuality(centers: readonly CenterQualityFigures[]): QualityReportType {
  const sum = (figure: (center: CenterQualityFigures) => number): number => centers.reduce((total, center) => total + figure(center), 0);
  return {
    patients: sum(({ patients }) => patients),
    openQueries: sum(({ openQueries }) => openQueries),
    completeness: share(
      sum(({ filledFields }) => filledFields),
      sum(({ expectedFields }) => expectedFields),
    ),
    byCenter: centers.map(presentCenterQuality),
  };
}

function presentCenterQuality({ expectedFields, filledFields, ...figures }: CenterQualityFigures): CenterQualityType {
  return { ...figures, completeness: share(filledFields, expectedFields) };
}

/** Where nothing is expected, nothing is wanting. */
function share(filled: number, expected: number): number {
  return expected === 0 ? 1 : filled / expected;
}
