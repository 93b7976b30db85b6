import { deriveCase } from '@registry-hub/shared/clinical';
import { type CalendarDate, type CaseFacts, calendarDateOf, type Failure, type RecordStatus } from '@registry-hub/shared/domain';
import { badUserInput, HubError } from '@registry-hub/shared/errors';
import type { DataSource, EntityManager } from 'typeorm';
import { isWithdrawn, storeCases } from '../import';
import { CaseStore, DataQueryStore, DerivedCaseStore, inRegistryWrite, RegistryStateStore } from '../storage';
import { acceptFailure } from './accept-failure';

/** Changes of single cases, each in one transaction. Whether the caller may is decided before; what the case allows, here. */
export class RegistryRecorder {
  constructor(
    private readonly dataSource: DataSource,
    private readonly country: string,
    private readonly clock: () => Date,
  ) {}

  /** @throws HubError NOT_FOUND, CONFLICT of a locked case, BAD_USER_INPUT of a rule that refuses */
  async notifyFailure(failure: Failure): Promise<void> {
    await this.change(failure.patientCode, async (manager, { recordStatus }) => {
      refuseLocked(recordStatus);
      await acceptFailure(manager, failure, this.occasion());
    });
  }

  /**
   * From now on the patient is in no statistic and no list.
   *
   * @throws HubError NOT_FOUND; BAD_USER_INPUT when the day is still to come
   */
  async withdrawConsent(patientCode: string, on: CalendarDate): Promise<void> {
    if (on > this.occasion().today) throw badUserInput({ field: 'on', message: 'expected a day that is not in the future.' });
    // no rule is asked: whatever the record holds, a withdrawal is not refused
    await this.change(patientCode, async (manager, facts) => {
      const withdrawn = { ...facts, patient: { ...facts.patient, consentWithdrawnOn: on } };
      await storeCases(manager, [], [{ facts: withdrawn, derived: deriveCase(withdrawn), findings: [] }], this.clock());
    });
  }

  /**
   * @param mayUnlock whether the caller may take a case out of LOCKED
   * @throws HubError NOT_FOUND; FORBIDDEN to unlock; CONFLICT when a case with an unsettled HARD question is to be validated
   *   or locked
   */
  async setRecordStatus(patientCode: string, status: RecordStatus, mayUnlock: boolean): Promise<void> {
    await this.change(patientCode, async (manager, facts) => {
      if (facts.recordStatus === status) return;
      if (facts.recordStatus === 'LOCKED' && !mayUnlock) throw new HubError('FORBIDDEN');
      const needsAnswers = status === 'VALIDATED' || status === 'LOCKED';
      if (needsAnswers && (await new DataQueryStore(manager, this.clock()).hasUnsettledHardQuery(patientCode))) {
        throw new HubError('CONFLICT', `${status} needs every HARD data query of the case closed.`);
      }
      await new CaseStore(manager).setRecordStatus(patientCode, status);
      await new DerivedCaseStore(manager).save([deriveCase({ ...facts, recordStatus: status })]);
      await new RegistryStateStore(manager).raiseRevision();
    });
  }

  private async change(patientCode: string, work: (manager: EntityManager, facts: CaseFacts) => Promise<void>): Promise<void> {
    await inRegistryWrite(this.dataSource, async (manager) => {
      const facts = (await new CaseStore(manager).load([patientCode])).get(patientCode);
      if (!facts || isWithdrawn(facts.patient)) throw new HubError('NOT_FOUND');
      await work(manager, facts);
    });
  }

  private occasion(): { country: string; today: CalendarDate; now: Date } {
    const now = this.clock();
    return { country: this.country, today: calendarDateOf(now), now };
  }
}

function refuseLocked(status: RecordStatus): void {
  if (status === 'LOCKED') throw new HubError('CONFLICT', 'The case is locked; a coordinator can unlock it.');
}
