import { followUpRule, likelyDuplicatesRule } from '@registry-hub/shared/clinical';
import type { Finding } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit';
import { CaseErasure, DataQueryStore, latestNewsOf, RegistryStateStore, WithdrawalStore } from '../storage';
import type { Withdrawal } from '../validation';
import { auditDrafts } from './audit-drafts';
import { followUpQuestions } from './follow-up-questions';
import type { CaseChange, ChangeOutcome, RegistryChange } from './registry-change';
import { storeCases } from './store-cases';

/**
 * The one door through which cases and centres change, within the caller's transaction and under the registry's lock: facts, what
 * derives from them, the questions they raise, the registry's revision and the audit trail, all of it or nothing. What is
 * stored just so already is not touched; a change that changes nothing leaves no trace.
 */
export async function applyChange(manager: EntityManager, change: RegistryChange): Promise<ChangeOutcome> {
  const { at, centers = [], cases = [], voided = [], withdrawals = [], others = new Map<string, readonly Finding[]>() } = change;
  const newsBefore = await latestNewsOf(manager);
  const withdrawn = await withdraw(manager, withdrawals);
  const gone = await new CaseErasure(manager).erase(voided.map(({ patient }) => patient.patientCode));
  const { changed: stored, changedPatients } = await storeCases(manager, centers, cases);
  const queries = new DataQueryStore(manager, at);
  const asked = await queries.synchronise(findingsByPatient(cases));
  const askedOfOthers = await queries.synchronise(others, likelyDuplicatesRule.id);
  const askedOfSilent = await queries.synchronise(await followUpQuestions(manager, newsBefore), followUpRule.id);

  const changed = stored || withdrawn.size + gone.size + asked.changed + askedOfOthers.changed + askedOfSilent.changed > 0;
  if (changed) await new RegistryStateStore(manager).raiseRevision();
  await new AuditTrail(manager).append(auditDrafts(change, { changedPatients, withdrawn }));
  return { changed, dataQueriesRaised: asked.raised + askedOfOthers.raised + askedOfSilent.raised };
}

/** Erases the cases and leaves their tombstones. @returns codes of those that were not withdrawn before */
async function withdraw(manager: EntityManager, withdrawals: readonly Withdrawal[]): Promise<ReadonlySet<string>> {
  if (withdrawals.length === 0) return new Set();
  const erasure = new CaseErasure(manager);
  const erased = await erasure.erase(withdrawals.map(({ patientCode }) => patientCode));
  await erasure.eraseMentions([...erased]);
  const buried = await new WithdrawalStore(manager).add(withdrawals);
  return new Set([...erased, ...buried]);
}

function findingsByPatient(cases: readonly CaseChange[]): ReadonlyMap<string, readonly Finding[]> {
  return new Map(cases.flatMap(({ after, findings }) => (findings ? [[after.patient.patientCode, findings]] : [])));
}
