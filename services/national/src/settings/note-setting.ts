import type { EntityManager } from 'typeorm';
import { AuditTrail, type FieldValues } from '../audit';
import type { Desk } from '../recording';
import { RegistryStateStore } from '../storage';

/** One setting as the audit trail is told: what it is about, and the fields that differ. */
export interface SettingChange {
  readonly key: readonly string[];
  readonly before: FieldValues;
  readonly after: FieldValues;
  /** In the person's words. */
  readonly reason?: string;
}

/** To be called by a transaction that changed a setting: the registry is in another state from then on, and the trail says why. */
export async function noteSetting(manager: EntityManager, { caller, clock }: Desk, { reason, ...change }: SettingChange): Promise<void> {
  await new RegistryStateStore(manager).raiseRevision();
  const records = [{ kind: 'setting' as const, ...change }];
  await new AuditTrail(manager).append([{ by: caller, at: clock(), action: 'SETTINGS', records, ...(reason !== undefined && { reason }) }]);
}
