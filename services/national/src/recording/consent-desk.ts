import { deriveCase } from '@registry-hub/shared/clinical';
import type { CalendarDate } from '@registry-hub/shared/domain';
import { badUserInput } from '@registry-hub/shared/errors';
import { applyChange, findingsWithout } from '../writing';
import { type Desk, occasionOf, todayAt } from './desk';
import { openCase } from './open-case';

/** What a patient decides. No rule is asked and no lock holds: whatever the record is like, the decision is carried out. */
export class ConsentDesk {
  constructor(private readonly desk: Desk) {}

  /**
   * Erases the case and leaves a tombstone, so that its code does not come back: from now on the patient is in no list and no
   * statistic, and the code is answered for as one that never was.
   *
   * @throws HubError NOT_FOUND; BAD_USER_INPUT when the day is still to come, or before the day of the consent
   */
  async withdraw(patientCode: string, on: CalendarDate): Promise<void> {
    this.refuseFuture(on);
    await this.desk.writer.write(async (manager) => {
      const { patient } = (await openCase(manager, patientCode, undefined)).facts;
      if (patient.consentedOn !== undefined && on < patient.consentedOn) {
        throw badUserInput({ field: 'on', message: 'expected the day of the consent or a later one.' });
      }
      const withdrawals = [{ patientCode, withdrawnOn: on }];
      const others = await findingsWithout(manager, patient);
      await applyChange(manager, { ...occasionOf(this.desk, 'WITHDRAW_CONSENT'), withdrawals, others });
    });
  }

  /**
   * Takes the patient out of European figures, or back into them; national ones have the patient either way. The objection is
   * the one to secondary use under the European Health Data Space (Regulation (EU) 2025/327, Article 71), which can be taken back.
   *
   * @throws HubError NOT_FOUND; CONFLICT when the case has another version; BAD_USER_INPUT when the day is still to come
   */
  async setEhdsOptOut(patientCode: string, optOut: boolean, on: CalendarDate, expectedVersion: number | undefined): Promise<void> {
    this.refuseFuture(on);
    await this.desk.writer.write(async (manager) => {
      const { facts: before } = await openCase(manager, patientCode, expectedVersion);
      const after = { ...before, ehdsOptOut: optOut };
      const change = { before, after, derived: deriveCase(after), ehdsOptOutOn: on };
      await applyChange(manager, { ...occasionOf(this.desk, 'EHDS_OPT_OUT'), cases: [change] });
    });
  }

  private refuseFuture(on: CalendarDate): void {
    if (on > todayAt(this.desk))
      throw badUserInput({ field: 'on', message: 'expected a day that is not in the future.', rule: 'FUTURE_DATE' });
  }
}
