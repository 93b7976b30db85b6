import { followUpFindings, followUpInDoubt } from '@registry-hub/shared/clinical';
import type { CalendarDate, Finding } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { latestNewsOf, livingLastSeen } from '../storage';

/**
 * What the follow-up rule finds of the patients whom it judges otherwise since the registry's latest news have moved: a later
 * notification anywhere makes a last contact too long ago, of patients that no change touches.
 *
 * @param newsBefore the latest news before the change that this is asked after
 * @returns findings by patient code, perhaps none any more
 */
export async function followUpQuestions(
  manager: EntityManager,
  newsBefore: CalendarDate | undefined,
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const news = await latestNewsOf(manager);
  if (news === newsBefore || news === undefined) return new Map();
  // where there were no news nobody was judged: whoever is there now came with the change
  const patients = newsBefore === undefined ? [] : await livingLastSeen(manager, followUpInDoubt(newsBefore, news));
  return new Map(patients.map((patient) => [patient.patientCode, followUpFindings(patient, news)]));
}
