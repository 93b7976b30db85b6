import type { CalendarDate, Patient } from '@registry-hub/shared/domain';
import type { SourcedRecords } from '../intake';

/** A patient's withdrawal of consent, and the day it was made. */
export interface Withdrawal {
  readonly patientCode: string;
  readonly withdrawnOn: CalendarDate;
}

/** The withdrawal that a patient's own record tells of. */
export function withdrawalOf({ patientCode, consentWithdrawnOn }: Patient): Withdrawal | undefined {
  return consentWithdrawnOn && { patientCode, withdrawnOn: consentWithdrawnOn };
}

/** The withdrawals that a bundle tells of, by patient. */
export function withdrawalsIn({ patient }: SourcedRecords): ReadonlyMap<string, Withdrawal> {
  const withdrawals = patient.flatMap(({ record }) => withdrawalOf(record) ?? []);
  return new Map(withdrawals.map((withdrawal) => [withdrawal.patientCode, withdrawal]));
}
