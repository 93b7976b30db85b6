import { deriveCase } from '@registry-hub/shared/clinical';
import type { RecordStatus } from '@registry-hub/shared/domain';
import { HubError } from '@registry-hub/shared/errors';
import { hasNationalRole } from '@registry-hub/shared/identity';
import { DataQueryStore } from '../storage';
import { applyChange } from '../writing';
import { type Desk, occasionOf } from './desk';
import { caseConflict, openCase } from './open-case';
import { refuseReason } from './read-arguments';
import { statusMove } from './record-status-moves';

export interface StatusChange {
  readonly patientCode: string;
  readonly status: RecordStatus;
  readonly reason: string | undefined;
  readonly expectedVersion: number | undefined;
}

/** The life of a record, from its notification to the lock. */
export class StatusDesk {
  constructor(private readonly desk: Desk) {}

  /**
   * @throws HubError NOT_FOUND; FORBIDDEN when the move is not the caller's to make; BAD_USER_INPUT when it needs a reason;
   *   CONFLICT when the case has another version, or a HARD question that is not settled
   */
  async setRecordStatus({ patientCode, status, reason, expectedVersion }: StatusChange): Promise<void> {
    const { writer, caller, country } = this.desk;
    await writer.write(async (manager) => {
      const open = await openCase(manager, patientCode, expectedVersion);
      const { facts: before } = open;
      const move = statusMove(before.recordStatus, status);
      if (!move) return;
      if (!hasNationalRole(caller, country, ...move.by)) throw new HubError('FORBIDDEN');
      if (move.needsReason || reason !== undefined) refuseReason(reason ?? '');
      const occasion = occasionOf(this.desk, 'STATUS_CHANGE', reason);
      if (move.needsAnswers && (await new DataQueryStore(manager, occasion.at).hasUnsettledHardQuery(patientCode))) {
        throw caseConflict(open, `${status} needs every HARD data query of the case closed.`);
      }
      const after = { ...before, recordStatus: status };
      await applyChange(manager, { ...occasion, cases: [{ before, after, derived: deriveCase(after) }] });
    });
  }
}
