import { followUpRule, likelyDuplicatesRule } from '@registry-hub/shared/clinical';
import type { CalendarDate, Finding } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit';
import { CaseErasure, DataQueryStore, FreezeStore, latestNewsOf, RegistryStateStore, type SyncOutcome, WithdrawalStore } from '../storage';
import type { Withdrawal } from '../validation';
import { auditDrafts } from './audit-drafts';
import { followUpQuestions } from './follow-up-questions';
import type { CaseChange, ChangeOutcome, ChangePart, Occasion } from './registry-change';
import { storeCases } from './store-cases';

/**
 * One change of the registry that comes in parts, within the caller's transaction and under the registry's lock: facts, what
 * derives from them, the questions they raise, the audit trail, and at the end the registry's revision; all of it or nothing. What
 * is stored just so already is not touched; a change that changes nothing leaves no trace.
 */
export class OpenChange {
  private readonly queries: DataQueryStore;
  private changed = false;
  private dataQueriesRaised = 0;
  private patientsChanged = 0;

  private constructor(
    private readonly manager: EntityManager,
    private readonly occasion: Occasion,
    private readonly newsBefore: CalendarDate | undefined,
  ) {
    this.queries = new DataQueryStore(manager, occasion.at);
  }

  static async begin(manager: EntityManager, occasion: Occasion): Promise<OpenChange> {
    return new OpenChange(manager, occasion, await latestNewsOf(manager));
  }

  /** Parts must not speak of the same case, and none of a case that an earlier one erased. */
  async apply(part: ChangePart): Promise<void> {
    const { centers = [], cases = [], voided = [], withdrawals = [], others = new Map<string, readonly Finding[]>() } = part;
    const withdrawn = await withdraw(this.manager, withdrawals);
    const gone = await new CaseErasure(this.manager).erase(voided.map(({ patient }) => patient.patientCode));
    const { changed, changedPatients } = await storeCases(this.manager, centers, cases);
    const objecting = cases.filter(({ before, after }) => after.ehdsOptOut && before?.ehdsOptOut !== true);
    if (objecting.length > 0) await new FreezeStore(this.manager).optOut(objecting.map(({ after }) => after.patient.patientCode));
    this.note(await this.queries.synchronise(findingsByPatient(cases)));
    this.note(await this.queries.synchronise(others, likelyDuplicatesRule.id));
    this.patientsChanged += new Set([...changedPatients, ...withdrawn, ...gone]).size;
    this.changed ||= changed || withdrawn.size + gone.size > 0;
    await new AuditTrail(this.manager).append(auditDrafts({ ...this.occasion, ...part }, { changedPatients, withdrawn }));
  }

  /** What can be told only when all parts are stored. */
  async finish(): Promise<ChangeOutcome> {
    this.note(await this.queries.synchronise(await followUpQuestions(this.manager, this.newsBefore), followUpRule.id));
    if (this.changed) await new RegistryStateStore(this.manager).raiseRevision();
    const { changed, dataQueriesRaised, patientsChanged } = this;
    return { changed, dataQueriesRaised, patientsChanged };
  }

  private note({ raised, changed }: SyncOutcome): void {
    this.dataQueriesRaised += raised;
    this.changed ||= changed > 0;
  }
}

/** Erases the cases, from freezes too, and leaves their tombstones. @returns codes of those that were not withdrawn before */
async function withdraw(manager: EntityManager, withdrawals: readonly Withdrawal[]): Promise<ReadonlySet<string>> {
  if (withdrawals.length === 0) return new Set();
  const erasure = new CaseErasure(manager);
  const codes = withdrawals.map(({ patientCode }) => patientCode);
  const erased = await erasure.erase(codes);
  await new FreezeStore(manager).withdraw(codes);
  await erasure.eraseMentions([...erased]);
  const buried = await new WithdrawalStore(manager).add(withdrawals);
  return new Set([...erased, ...buried]);
}

function findingsByPatient(cases: readonly CaseChange[]): ReadonlyMap<string, readonly Finding[]> {
  return new Map(cases.flatMap(({ after, findings }) => (findings ? [[after.patient.patientCode, findings]] : [])));
}
