import { followUpRule, likelyDuplicatesRule } from '@registry-hub/shared/clinical';
import type { CalendarDate, Finding } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit';
import {
  CaseErasure,
  DataQueryStore,
  ExtensionRecordStore,
  FreezeStore,
  latestNewsOf,
  RegistryStateStore,
  type SyncOutcome,
  WithdrawalStore,
} from '../storage';
import type { ExtensionRecordChange, Withdrawal } from '../validation';
import { auditDrafts } from './audit-drafts';
import { type ExtendedCases, extendCases } from './extend-cases';
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
    const { centers = [], cases = [], extensionRecords = [], voided = [], withdrawals = [] } = part;
    const { others = new Map<string, readonly Finding[]>() } = part;
    const { extensions } = this.occasion;
    const withdrawn = await withdraw(this.manager, withdrawals);
    const voidedRecords = await this.recordsOf(voided.map(({ patient }) => patient.patientCode));
    const gone = await new CaseErasure(this.manager).erase(voided.map(({ patient }) => patient.patientCode));
    const stored = await storeCases(this.manager, centers, cases);
    const objecting = cases.filter(({ before, after }) => after.ehdsOptOut && before?.ehdsOptOut !== true);
    if (objecting.length > 0) await new FreezeStore(this.manager).optOut(objecting.map(({ after }) => after.patient.patientCode));
    const extended = await extendCases(this.manager, extensions, extensionRecords, cases, stored.changedPatients);
    const changedPatients = new Set([...stored.changedPatients, ...extended.changedPatients]);
    await this.ask(cases, extended);
    this.note(await this.queries.synchronise(others, likelyDuplicatesRule.id));
    this.patientsChanged += new Set([...changedPatients, ...withdrawn, ...gone]).size;
    this.changed ||= stored.changed || extended.changed || withdrawn.size + gone.size > 0;
    const records = [...extensionRecords, ...voidedRecords];
    const change = { ...this.occasion, ...part, extensionRecords: records };
    await new AuditTrail(this.manager).append(auditDrafts(change, { changedPatients, withdrawn }));
  }

  /** What can be told only when all parts are stored. */
  async finish(): Promise<ChangeOutcome> {
    this.note(await this.queries.synchronise(await followUpQuestions(this.manager, this.newsBefore), followUpRule.id));
    if (this.changed) await new RegistryStateStore(this.manager).raiseRevision();
    const { changed, dataQueriesRaised, patientsChanged } = this;
    return { changed, dataQueriesRaised, patientsChanged };
  }

  /** Brings questions in line: of a case whose own rules had nothing to look at, those of extensions alone. */
  private async ask(cases: readonly CaseChange[], { questions }: ExtendedCases): Promise<void> {
    const asked = cases.map(({ after, findings }) => {
      const { patientCode } = after.patient;
      return { patientCode, findings, questions: questions.get(patientCode) ?? [] };
    });
    const whole = asked.flatMap((one) => (one.findings ? [[one.patientCode, [...one.findings, ...one.questions]] as const] : []));
    this.note(await this.queries.synchronise(new Map(whole)));
    for (const { id } of this.occasion.extensions.all.flatMap(({ caseRules }) => caseRules)) {
      const others = asked.filter(({ findings }) => findings === undefined);
      const ofRule = others.map((one) => [one.patientCode, one.questions.filter(({ rule }) => rule === id)] as const);
      this.note(await this.queries.synchronise(new Map(ofRule), id));
    }
  }

  /** The records of extensions that go with some patients. */
  private async recordsOf(codes: readonly string[]): Promise<readonly ExtensionRecordChange[]> {
    const { formats } = this.occasion.extensions;
    const ofPatients = formats.filter(({ owner }) => owner === 'PATIENT');
    const records = await new ExtensionRecordStore(this.manager).load(ofPatients, codes);
    return [...records].flatMap(([code, byKind]) =>
      ofPatients.flatMap((format) => (byKind.get(format.kind) ?? []).map((before) => ({ format, code, before, after: undefined }))),
    );
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
