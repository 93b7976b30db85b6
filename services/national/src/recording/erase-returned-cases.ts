import type { DataSource } from 'typeorm';
import type { Actor } from '../audit';
import {
  CaseStore,
  FreezeStore,
  inTransaction,
  RegistryStateStore,
  type RegistryWriter,
  type StoredWithdrawal,
  WithdrawalStore,
} from '../storage';
import { applyChange, findingsWithout } from '../writing';

/** Nobody asks for it: the patient did, earlier. */
const REGISTRY: Actor = { subject: 'registry', roles: [] };

export interface ReturnedCasesOptions {
  readonly dataSource: DataSource;
  readonly writer: RegistryWriter;
  readonly clock: () => Date;
}

/**
 * Erases the cases of patients who withdrew consent and who are stored all the same: after a restore from a backup that is older
 * than the withdrawal, to which the tombstones made since were added. To be done before anything is answered.
 *
 * @returns how many there were
 */
export async function eraseReturnedCases({ dataSource, writer, clock }: ReturnedCasesOptions): Promise<number> {
  const returned = await inTransaction(dataSource, (manager) => new WithdrawalStore(manager).returned());
  for (const withdrawal of returned) await eraseCase(writer, withdrawal, clock());
  return returned.length;
}

async function eraseCase(writer: RegistryWriter, withdrawal: StoredWithdrawal, at: Date): Promise<void> {
  const { patientCode } = withdrawal;
  await writer.write(async (manager) => {
    const facts = (await new CaseStore(manager).load([patientCode])).get(patientCode);
    if (facts === undefined) {
      // frozen, but no longer in the registry; or another process on the same database was faster
      if (await new FreezeStore(manager).withdraw([patientCode])) await new RegistryStateStore(manager).raiseRevision();
      return;
    }
    const others = await findingsWithout(manager, facts.patient);
    const occasion = { action: 'WITHDRAW_CONSENT' as const, by: REGISTRY, at, extensions: writer.extensions };
    await applyChange(manager, { ...occasion, withdrawals: [withdrawal], others });
  });
}
