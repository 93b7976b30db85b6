import type { Finding, Patient } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { latestNewsOf, neighboursOf } from '../storage';
import { compareCases, findingsOfOthers, type Surroundings } from '../validation';

/** @param patients as they were before a change, and as they would be after it: whoever is like either of them is compared */
export async function loadSurroundings(manager: EntityManager, patients: readonly Patient[]): Promise<Surroundings> {
  const latestNews = await latestNewsOf(manager);
  return { others: await neighboursOf(manager, patients), ...(latestNews && { latestNews }) };
}

/** What the other patients are suspected of once this one is gone. */
export async function findingsWithout(manager: EntityManager, patient: Patient): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const around = await loadSurroundings(manager, [patient]);
  return findingsOfOthers(compareCases([], around), around);
}
