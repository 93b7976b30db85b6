import type { AuditEntry, AuditVerification, FieldValue, RecordChange } from '../../audit';
import type { AuditChangeType, AuditEffect, AuditEntryType, AuditVerificationType } from '../types';

export function presentAuditEntry({ records, ...entry }: AuditEntry): AuditEntryType {
  return { ...entry, changes: records.flatMap(presentChanges) };
}

export function presentVerification(verification: AuditVerification): AuditVerificationType {
  if (verification.valid) return verification;
  const { sequence, fault: kind, message } = verification;
  return { valid: false, fault: { sequence, kind, message } };
}

/** One change a field; of a record whose values are not said, or that has none beside its key, a change of no field. */
function presentChanges(change: RecordChange): readonly AuditChangeType[] {
  const { kind, key, before = {}, after = {} } = change;
  const record = { kind, key, effect: effectOf(change) };
  const fields = Object.keys({ ...before, ...after });
  if (fields.length === 0) return [record];
  return fields.map((field) => ({ ...record, field, ...shown('before', before[field]), ...shown('after', after[field]) }));
}

function effectOf({ before, after }: RecordChange): AuditEffect {
  if (before === undefined) return 'CREATED';
  return after === undefined ? 'VOIDED' : 'CHANGED';
}

function shown(side: 'before' | 'after', value: FieldValue | undefined): Pick<AuditChangeType, 'before' | 'after'> {
  return value === undefined ? {} : { [side]: String(value) };
}
