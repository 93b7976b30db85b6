import type { CaseFacts } from '@registry-hub/shared/domain';
import { HubError } from '@registry-hub/shared/errors';
import type { EntityManager } from 'typeorm';
import { CaseStore } from '../storage';

/** A case as a change finds it. */
export interface OpenCase {
  readonly facts: CaseFacts;
  readonly version: number;
}

/**
 * Opens a case for a change, under the registry's lock.
 *
 * @param expectedVersion the version that the change was made for; without it, any
 * @throws HubError NOT_FOUND; CONFLICT when the case has another version
 */
export async function openCase(manager: EntityManager, patientCode: string, expectedVersion: number | undefined): Promise<OpenCase> {
  const found = await findCase(manager, patientCode);
  if (!found) throw new HubError('NOT_FOUND');
  if (expectedVersion !== undefined && expectedVersion !== found.version) {
    throw caseConflict(found, `The case was changed meanwhile: its version is ${found.version}, not ${expectedVersion}.`);
  }
  return found;
}

/**
 * The same for a change of what is documented.
 *
 * @throws HubError CONFLICT also when the case is locked
 */
export async function openUnlockedCase(
  manager: EntityManager,
  patientCode: string,
  expectedVersion: number | undefined,
): Promise<OpenCase> {
  const found = await openCase(manager, patientCode, expectedVersion);
  if (found.facts.recordStatus === 'LOCKED') throw caseConflict(found, 'The case is locked; a coordinator can unlock it.');
  return found;
}

export async function findCase(manager: EntityManager, patientCode: string): Promise<OpenCase | undefined> {
  const store = new CaseStore(manager);
  const facts = (await store.load([patientCode])).get(patientCode);
  const version = facts && (await store.versionOf(patientCode));
  return facts && version !== undefined ? { facts, version } : undefined;
}

/** CONFLICT, with the version that the case has. */
export function caseConflict({ version }: OpenCase, message: string): HubError {
  return new HubError('CONFLICT', message, { currentVersion: version });
}
