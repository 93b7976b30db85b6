import type { Caller } from '@registry-hub/shared/identity';
import type { ChangeAction, ReadAction, WITHDRAW_CONSENT } from './audit-action';
import type { RecordChange } from './record-change';

/** Who acts. The registry itself, when no person does, has no roles. */
export type Actor = Pick<Caller, 'subject' | 'roles'>;

interface Act {
  readonly by: Actor;
  readonly at: Date;
}

/** A change of one case, or of what belongs to no case: all records that one transaction changed for it. */
export interface ChangeDraft extends Act {
  readonly action: ChangeAction;
  readonly patientCode?: string;
  readonly records: readonly RecordChange[];
  /** In the person's words. */
  readonly reason?: string;
}

/** Patient-level data that were shown: one page is one draft. */
export interface ReadDraft extends Act {
  readonly action: ReadAction;
  readonly patientCodes: readonly string[];
}

/** A case that is erased, from the trail as well. */
export interface WithdrawalDraft extends Act {
  readonly action: typeof WITHDRAW_CONSENT;
  readonly patientCode: string;
}

export type AuditDraft = ChangeDraft | ReadDraft | WithdrawalDraft;

export function isRead(draft: AuditDraft): draft is ReadDraft {
  return 'patientCodes' in draft;
}

export function isWithdrawal(draft: AuditDraft): draft is WithdrawalDraft {
  return draft.action === 'WITHDRAW_CONSENT';
}

/** The patients a draft speaks of. */
export function codesOf(draft: AuditDraft): readonly string[] {
  if (isRead(draft)) return draft.patientCodes;
  return draft.patientCode === undefined ? [] : [draft.patientCode];
}
