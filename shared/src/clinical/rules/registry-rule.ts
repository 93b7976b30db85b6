import type { CalendarDate, CalendarMonth, CaseFacts, Finding, Severity, Sex } from '../../domain';
import { firstImatinibLine } from '../derivation/imatinib-line';

/** What of a case is compared with other cases. It is little, so that a whole registry can be compared. */
export interface ComparableCase {
  readonly patientCode: string;
  readonly centerCode: string;
  readonly sex: Sex;
  readonly birthMonth: CalendarMonth;
  readonly diagnosedOn?: CalendarDate;
  /** Start of the first imatinib line. */
  readonly imatinibStartedOn?: CalendarDate;
}

/** A check over all cases of one registry together. Its findings are data queries; they never refuse. */
export interface RegistryRule {
  readonly id: string;
  readonly severity: Severity;
  readonly reason: string;
  readonly check: (cases: readonly ComparableCase[]) => readonly Finding[];
}

/** What of a case's facts is compared with other cases. */
export function comparableCase({ patient, diagnosis, treatments }: CaseFacts): ComparableCase {
  const imatinib = firstImatinibLine(treatments);
  return {
    patientCode: patient.patientCode,
    centerCode: patient.centerCode,
    sex: patient.sex,
    birthMonth: patient.birthMonth,
    ...(diagnosis && { diagnosedOn: diagnosis.diagnosedOn }),
    ...(imatinib && { imatinibStartedOn: imatinib.startedOn }),
  };
}
