import { DERIVATION_VERSION } from '@registry-hub/shared/clinical';
import { FREEZE_LABEL, FREEZE_LABEL_RULE } from '@registry-hub/shared/domain';
import { badUserInput, HubError } from '@registry-hub/shared/errors';
import type { DataSource } from 'typeorm';
import { AuditTrail } from '../audit';
import type { Desk } from '../recording';
import { FreezeStore, type StoredFreeze } from '../storage';

/** Each is a copy of the narrow table: of 100,000 cases some 50 MB of the database. */
const MOST_FREEZES = 50;

/** Where the registry is frozen under a label, so that its figures can be cited. */
export class FreezeDesk {
  constructor(
    private readonly desk: Desk,
    private readonly dataSource: DataSource,
  ) {}

  /** In the order in which they were taken. */
  list(): Promise<readonly StoredFreeze[]> {
    return new FreezeStore(this.dataSource.manager).all();
  }

  /**
   * Freezes the registry as it is. It changes nothing of it: the revision stays what it is.
   *
   * @param keepExisting whether a freeze that has the label already is given instead of a CONFLICT
   * @throws HubError BAD_USER_INPUT when the label is none; CONFLICT when it is taken, or the registry has as many freezes as it may
   */
  async take(label: string, keepExisting: boolean): Promise<StoredFreeze> {
    if (!FREEZE_LABEL.test(label)) throw badUserInput({ field: 'label', message: `expected ${FREEZE_LABEL_RULE}.` });
    const { writer, caller, clock } = this.desk;
    return writer.write(async (manager) => {
      const store = new FreezeStore(manager);
      const freezes = await store.all();
      const existing = freezes.find((one) => one.label === label);
      if (existing && keepExisting) return existing;
      if (existing) throw new HubError('CONFLICT', `This registry has a freeze with the label ${label} already.`);
      if (freezes.length >= MOST_FREEZES)
        throw new HubError('CONFLICT', `This registry has ${MOST_FREEZES} freezes, the most there may be.`);
      const at = clock();
      const taken = await store.take({ label, takenAt: at, takenBy: caller.subject }, DERIVATION_VERSION);
      const { revision, derivationVersion, cases } = taken;
      const record = { kind: 'freeze' as const, key: [label], after: { revision, derivationVersion, cases } };
      await new AuditTrail(manager).append([{ by: caller, at, action: 'FREEZE', records: [record] }]);
      return taken;
    });
  }
}
