import type { Actor, ChangeDraft, ReadDraft, WithdrawalDraft } from '../audit-draft';

export const COORDINATOR: Actor = { subject: 'coordinator-fr', roles: ['COORDINATOR'] };
export const CENTER: Actor = { subject: 'center-fr-001', roles: ['CENTER'] };
/** When the acts of the tests take place. */
export const MOMENT = new Date('2026-11-21T12:00:00.123Z');

/** A corrected white blood cell count, unless said otherwise. */
export function changeOf(patientCode: string, changes: Partial<ChangeDraft> = {}): ChangeDraft {
  return {
    by: CENTER,
    at: MOMENT,
    action: 'CORRECT',
    patientCode,
    records: [{ kind: 'diagnosis', key: [patientCode], before: { wbc: 120 }, after: { wbc: 12 } }],
    ...changes,
  };
}

export function readOf(...patientCodes: readonly string[]): ReadDraft {
  return { by: COORDINATOR, at: MOMENT, action: 'READ_PATIENTS', patientCodes };
}

export function withdrawalOf(patientCode: string): WithdrawalDraft {
  return { by: COORDINATOR, at: MOMENT, action: 'WITHDRAW_CONSENT', patientCode };
}
