import type { EntityManager } from 'typeorm';
import { type Page, type PageRequest, pageOf, type Sql, selectOne, selectRows, sql } from '../storage';
import { AuditCases } from './audit-cases';
import { parseContent } from './audit-content';
import { type EntryRow, entryQuery, readHead } from './audit-rows';
import type { RecordChange } from './record-change';
import type { SealedText } from './sealed-text';

/** An entry of the trail as it is shown. */
export interface AuditEntry {
  readonly sequence: number;
  readonly recordedAt: Date;
  readonly actor: string;
  readonly roles: readonly string[];
  readonly action: string;
  /** Patients it speaks of, without those that are erased. */
  readonly patientCodes: readonly string[];
  /** How many of its patients are erased, their values with them. */
  readonly erasedPatients: number;
  readonly records: readonly RecordChange[];
  readonly reason?: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** The key of an entry, for paging: its number. */
export const AUDIT_SEQUENCE = /^\d{1,18}$/;

/** The trail as it is read, newest first. */
export class AuditHistory {
  private readonly cases: AuditCases;

  constructor(private readonly manager: EntityManager) {
    this.cases = new AuditCases(manager);
  }

  /** Everything that was done, reads included; of one patient, when a code is given. */
  async page(patientCode: string | undefined, request: PageRequest): Promise<Page<AuditEntry>> {
    return this.select(await this.speakingOf(patientCode), request);
  }

  async count(patientCode: string | undefined): Promise<number> {
    // the whole trail has no gap
    if (patientCode === undefined) return (await readHead(this.manager)).sequence;
    return this.countWhere(await this.speakingOf(patientCode));
  }

  /** What was changed about one patient: every earlier value, with who changed it and when. */
  async history(patientCode: string, request: PageRequest): Promise<Page<AuditEntry>> {
    return this.select(await this.changing(patientCode), request);
  }

  async countHistory(patientCode: string): Promise<number> {
    return this.countWhere(await this.changing(patientCode));
  }

  private async changing(patientCode: string): Promise<Sql> {
    return sql`${await this.speakingOf(patientCode)} AND audit_entries.content_digest IS NOT NULL`;
  }

  private async speakingOf(patientCode: string | undefined): Promise<Sql> {
    if (patientCode === undefined) return sql`true`;
    const digest = (await this.cases.digestsOf([patientCode])).get(patientCode);
    if (digest === undefined) return sql`false`;
    // collected first: in the order of the page, the planner would rather walk the whole trail backwards
    return sql`audit_entries.sequence = ANY(ARRAY(
      SELECT of_case.sequence FROM audit_entries AS of_case WHERE of_case.cases @> ARRAY[${digest}::text]))`;
  }

  private async countWhere(where: Sql): Promise<number> {
    return (await selectOne<{ n: number }>(this.manager, sql`SELECT count(*)::integer AS n FROM audit_entries WHERE ${where}`)).n;
  }

  private async select(where: Sql, request: PageRequest): Promise<Page<AuditEntry>> {
    const after = request.after === undefined ? sql`true` : sql`audit_entries.sequence < ${request.after}::bigint`;
    const rows = await selectRows<EntryRow>(
      this.manager,
      entryQuery(sql`WHERE ${where} AND ${after} ORDER BY audit_entries.sequence DESC LIMIT ${request.first + 1}::integer`),
    );
    const { items, hasNextPage } = pageOf(rows, request);
    const names = await this.cases.namesOf([...new Set(items.flatMap(({ cases }) => cases))]);
    return { items: items.map((row) => entryOf(row, names)), hasNextPage };
  }
}

function entryOf(row: EntryRow, names: ReadonlyMap<string, SealedText>): AuditEntry {
  const { sequence, recordedAt, actor, roles, action, cases, previousHash, hash } = row;
  const patientCodes = cases.flatMap((digest) => names.get(digest)?.text ?? []);
  return {
    sequence: Number(sequence),
    recordedAt,
    actor,
    roles,
    action,
    patientCodes,
    erasedPatients: cases.length - patientCodes.length,
    ...parseContent(row.content),
    previousHash,
    hash,
  };
}
