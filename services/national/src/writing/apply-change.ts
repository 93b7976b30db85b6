import type { EntityManager } from 'typeorm';
import { OpenChange } from './open-change';
import type { ChangeOutcome, RegistryChange } from './registry-change';

/** The one door through which cases and centres change: an {@link OpenChange} of one part. */
export async function applyChange(manager: EntityManager, change: RegistryChange): Promise<ChangeOutcome> {
  const open = await OpenChange.begin(manager, change);
  await open.apply(change);
  return open.finish();
}
