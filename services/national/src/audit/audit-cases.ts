import type { EntityManager } from 'typeorm';
import { AuditCaseEntity, copyRows, selectRows, sql, tableShape } from '../storage';
import { type SealedText, sealDigest, sealText } from './sealed-text';

/** The codes that the digests in the trail stand for. */
export class AuditCases {
  constructor(private readonly manager: EntityManager) {}

  /** Digests by code; a code that the trail does not know, or no longer, is not among them. */
  async digestsOf(codes: readonly string[]): Promise<Map<string, string>> {
    if (codes.length === 0) return new Map();
    const rows = await selectRows<{ digest: string; code: string }>(
      this.manager,
      sql`
        SELECT audit_cases.case_digest AS digest, audit_cases.patient_code AS code
          FROM audit_cases WHERE audit_cases.patient_code = ANY(${codes}::text[])`,
    );
    return new Map(rows.map(({ digest, code }) => [code, digest]));
  }

  /** Sealed codes by digest, without those of erased cases. */
  async namesOf(digests: readonly string[]): Promise<Map<string, SealedText>> {
    if (digests.length === 0) return new Map();
    const rows = await selectRows<SealedText & { digest: string }>(
      this.manager,
      sql`
        SELECT audit_cases.case_digest AS digest, audit_cases.salt, audit_cases.patient_code AS text
          FROM audit_cases WHERE audit_cases.case_digest = ANY(${digests}::text[])`,
    );
    return new Map(rows.map(({ digest, salt, text }) => [digest, { salt, text }]));
  }

  /** Makes digests for codes that have none. @returns them by code */
  async add(codes: readonly string[]): Promise<Map<string, string>> {
    if (codes.length === 0) return new Map();
    const sealed = codes.map(sealText);
    const digests = sealed.map(sealDigest);
    const rows = sealed.map(({ salt, text }, index) => ({ caseDigest: digests[index], salt, patientCode: text }));
    await copyRows(this.manager, tableShape(this.manager.connection, AuditCaseEntity), rows);
    return new Map(codes.map((code, index) => [code, digests[index] ?? '']));
  }

  /** Deletes code and values of a case whose withdrawal was appended before. */
  async erase(digest: string): Promise<void> {
    await selectRows(this.manager, sql`SELECT erase_audited_case(${digest})`);
  }
}
