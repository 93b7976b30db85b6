import { type CalendarDate, CENTER_CODE } from '@registry-hub/shared/domain';
import { badUserInput, HubError } from '@registry-hub/shared/errors';
import type { EntityManager } from 'typeorm';
import { type Desk, refuseReason } from '../recording';
import { CaseStore, CenterClosureStore } from '../storage';
import { noteSetting } from './note-setting';

/**
 * Where a country's coordinator closes centres, and opens them again. Of a closed centre nothing is lost: its patients stay in
 * lists and figures, and the coordinator goes on with their follow-up.
 */
export class CenterClosureDesk {
  constructor(private readonly desk: Desk) {}

  /**
   * Closes a centre, or moves the day of its closing.
   *
   * @param on the first day on which the centre is closed; it may be still to come
   * @throws HubError NOT_FOUND; BAD_USER_INPUT when the day is before the centre's opening, or the reason is none
   */
  async close(centerCode: string, on: CalendarDate, reason: string): Promise<void> {
    refuseReason(reason);
    await this.change(centerCode, on, reason);
  }

  /** @throws HubError NOT_FOUND; BAD_USER_INPUT when the reason is none */
  async reopen(centerCode: string, reason: string): Promise<void> {
    refuseReason(reason);
    await this.change(centerCode, undefined, reason);
  }

  private async change(centerCode: string, closedOn: CalendarDate | undefined, reason: string): Promise<void> {
    await this.desk.writer.write(async (manager) => {
      await this.refuseUnfit(manager, centerCode, closedOn);
      const store = new CenterClosureStore(manager);
      const before = await store.closedOn(centerCode);
      if (before === closedOn) return;
      await (closedOn === undefined ? store.reopen(centerCode) : store.close(centerCode, closedOn));
      const valuesOf = (day: CalendarDate | undefined): { closedOn?: CalendarDate } => (day === undefined ? {} : { closedOn: day });
      await noteSetting(manager, this.desk, { key: ['center', centerCode], before: valuesOf(before), after: valuesOf(closedOn), reason });
    });
  }

  private async refuseUnfit(manager: EntityManager, centerCode: string, closedOn: CalendarDate | undefined): Promise<void> {
    const center = CENTER_CODE.test(centerCode) ? (await new CaseStore(manager).centers()).get(centerCode) : undefined;
    if (!center) throw new HubError('NOT_FOUND');
    if (closedOn !== undefined && center.openedOn !== undefined && closedOn < center.openedOn) {
      throw badUserInput({ field: 'on', message: `expected the day of the centre's opening, ${center.openedOn}, or a later one.` });
    }
  }
}
