import type { EntityManager } from 'typeorm';
import { AuditCases } from './audit-cases';
import { contentText } from './audit-content';
import { type AuditDraft, codesOf, isRead, isWithdrawal } from './audit-draft';
import { insertEntries, insertValues, lockHead, moveHead } from './audit-rows';
import { type ChainHead, type EntryFacts, linkEntries } from './chain-entry';
import { type SealedText, sealDigest, sealText } from './sealed-text';

/** Entries that are in memory, and in one statement, at one time. */
const ENTRIES_PER_STATEMENT = 2000;

/** Where everything that is done to the registry is written down, in the transaction that does it. */
export class AuditTrail {
  private readonly cases: AuditCases;

  constructor(private readonly manager: EntityManager) {
    this.cases = new AuditCases(manager);
  }

  /**
   * Appends entries to the chain, in their order. From the first one to the end of the transaction nobody else can append: this
   * is to be the last thing that a transaction does.
   *
   * A withdrawal of consent also erases: the values and the code of its case leave the trail, those that are appended with it
   * included. What is appended after it must not speak of the case, or its code would be known again.
   *
   * @param drafts read one portion at a time, so that a long import need not hold them all
   */
  async append(drafts: Iterable<AuditDraft>): Promise<void> {
    let head: ChainHead | undefined;
    for (const portion of portionsOf(drafts)) {
      head = await this.appendPortion(head ?? (await lockHead(this.manager)), portion);
    }
    if (head) await moveHead(this.manager, head);
  }

  /**
   * The digest that stands for a case in the trail: what a tombstone may keep of an erased case, so that its withdrawal can be
   * found. Undefined when the trail does not know the code, or no longer.
   */
  async caseDigest(patientCode: string): Promise<string | undefined> {
    return (await this.cases.digestsOf([patientCode])).get(patientCode);
  }

  private async appendPortion(head: ChainHead, drafts: readonly AuditDraft[]): Promise<ChainHead> {
    const digests = await this.digestsFor(drafts);
    const contents = drafts.map(sealContent);
    const entries = linkEntries(
      head,
      drafts.map((draft, index) => factsOf(draft, digests, contents[index])),
    );
    await insertEntries(this.manager, entries);
    await insertValues(
      this.manager,
      entries.flatMap(({ sequence }, index) => {
        const content = contents[index];
        return content ? { ...content, sequence } : [];
      }),
    );
    const erased = drafts.filter(isWithdrawal).flatMap(({ patientCode }) => digests.get(patientCode) ?? []);
    for (const digest of new Set(erased)) await this.cases.erase(digest);
    return entries.at(-1) ?? head;
  }

  /**
   * A change makes a case known to the trail. A read does not: the case is known already, unless it was erased since it was
   * read, and then it stays unnamed.
   */
  private async digestsFor(drafts: readonly AuditDraft[]): Promise<ReadonlyMap<string, string>> {
    const known = await this.cases.digestsOf([...new Set(drafts.flatMap(codesOf))]);
    const changed = new Set(drafts.filter((draft) => !isRead(draft)).flatMap(codesOf));
    const added = await this.cases.add([...changed].filter((code) => !known.has(code)));
    return new Map([...known, ...added]);
  }
}

function sealContent(draft: AuditDraft): SealedText | undefined {
  const text = isRead(draft) || isWithdrawal(draft) ? undefined : contentText(draft);
  return text === undefined ? undefined : sealText(text);
}

function factsOf(draft: AuditDraft, digests: ReadonlyMap<string, string>, content: SealedText | undefined): EntryFacts {
  return {
    recordedAt: draft.at,
    actor: draft.by.subject,
    roles: draft.by.roles,
    action: draft.action,
    cases: [...new Set(codesOf(draft))].flatMap((code) => digests.get(code) ?? []),
    ...(content && { contentDigest: sealDigest(content) }),
  };
}

function* portionsOf(drafts: Iterable<AuditDraft>): Generator<readonly AuditDraft[]> {
  let portion: AuditDraft[] = [];
  for (const draft of drafts) {
    portion.push(draft);
    if (portion.length < ENTRIES_PER_STATEMENT) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
