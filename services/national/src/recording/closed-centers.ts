import type { CalendarDate } from '@registry-hub/shared/domain';
import { HubError } from '@registry-hub/shared/errors';
import { hasNationalRole } from '@registry-hub/shared/identity';
import type { EntityManager } from 'typeorm';
import { CenterClosureStore } from '../storage';
import { type Desk, todayAt } from './desk';

/**
 * Whose centre is closed has every right that the centre had, and the registry is not in the state for it: hence CONFLICT, which says
 * what to do, and not FORBIDDEN, which says nothing.
 *
 * @throws HubError CONFLICT when the centre is closed on this day: no patient is enrolled there, by whomsoever
 */
export async function refuseClosedCenter(manager: EntityManager, centerCode: string, day: CalendarDate): Promise<void> {
  const closedOn = await new CenterClosureStore(manager).closedOn(centerCode);
  if (closedOn === undefined || closedOn > day) return;
  throw new HubError('CONFLICT', `The centre ${centerCode} is closed since ${closedOn}; a coordinator can open it again.`);
}

/** @throws HubError CONFLICT when the centre of a case is closed, and the caller is not who follows its patients up */
export async function refuseOfClosedCenter(manager: EntityManager, desk: Desk, centerCode: string): Promise<void> {
  if (hasNationalRole(desk.caller, desk.country, 'COORDINATOR')) return;
  await refuseClosedCenter(manager, centerCode, todayAt(desk));
}
