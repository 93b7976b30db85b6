import { createHmac } from 'node:crypto';
import type { CalendarDate } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { selectOne, selectRows } from './run-sql';
import { sql } from './sql';

const CODES_AT_ONCE = 10_000;

/** One patient's withdrawal of consent. */
export interface StoredWithdrawal {
  readonly patientCode: string;
  readonly withdrawnOn: CalendarDate;
}

/**
 * The tombstones of erased patients. Codes are known again by a digest under a key of this registry's own, so that a tombstone
 * by itself tells of nobody; who holds both the tombstones and the key could still try all codes there can be.
 */
export class WithdrawalStore {
  constructor(private readonly manager: EntityManager) {}

  /** Those of the codes whose patients withdrew consent. */
  async among(codes: readonly string[]): Promise<ReadonlySet<string>> {
    const { any } = await selectOne<{ any: boolean }>(this.manager, sql`SELECT EXISTS (SELECT FROM withdrawals) AS any`);
    if (!any || codes.length === 0) return new Set();
    const byDigest = await this.digestsOf(codes);
    const digests = [...byDigest.keys()];
    const found = await selectRows<{ digest: string }>(
      this.manager,
      sql`SELECT withdrawals.code_digest AS digest FROM withdrawals WHERE withdrawals.code_digest = ANY(${digests}::text[])`,
    );
    return new Set(found.flatMap(({ digest }) => byDigest.get(digest) ?? []));
  }

  /** Leaves a tombstone for each; one that is there already keeps its day. @returns codes of those that are new */
  async add(withdrawals: readonly StoredWithdrawal[]): Promise<ReadonlySet<string>> {
    if (withdrawals.length === 0) return new Set();
    const byDigest = await this.digestsOf(withdrawals.map(({ patientCode }) => patientCode));
    const digests = [...byDigest.keys()];
    const days = withdrawals.map(({ withdrawnOn }) => withdrawnOn);
    const added = await selectRows<{ digest: string }>(
      this.manager,
      sql`
        INSERT INTO withdrawals (code_digest, withdrawn_on) SELECT * FROM unnest(${digests}::text[], ${days}::date[])
        ON CONFLICT (code_digest) DO NOTHING RETURNING code_digest AS digest`,
    );
    return new Set(added.flatMap(({ digest }) => byDigest.get(digest) ?? []));
  }

  /** Those of whom a case is stored, or frozen, nonetheless: there is none but after a restore from an older backup. */
  async returned(): Promise<readonly StoredWithdrawal[]> {
    const tombstones = await selectRows<{ digest: string; day: CalendarDate }>(
      this.manager,
      sql`SELECT withdrawals.code_digest AS digest, withdrawals.withdrawn_on::text AS day FROM withdrawals`,
    );
    if (tombstones.length === 0) return [];
    const days = new Map(tombstones.map(({ digest, day }) => [digest, day]));
    const found: StoredWithdrawal[] = [];
    for await (const codes of this.storedCodes()) {
      for (const [digest, patientCode] of await this.digestsOf(codes)) {
        const withdrawnOn = days.get(digest);
        if (withdrawnOn !== undefined) found.push({ patientCode, withdrawnOn });
      }
    }
    return found;
  }

  private async *storedCodes(): AsyncGenerator<readonly string[]> {
    for (let last: string | undefined = ''; last !== undefined; ) {
      const rows: readonly { code: string }[] = await selectRows<{ code: string }>(
        this.manager,
        sql`
          SELECT patients.patient_code AS code FROM patients WHERE patients.patient_code > ${last}
           UNION SELECT frozen_cases.patient_code FROM frozen_cases WHERE frozen_cases.patient_code > ${last}
           ORDER BY code LIMIT ${CODES_AT_ONCE}`,
      );
      yield rows.map(({ code }) => code);
      last = rows.at(-1)?.code;
    }
  }

  /** Codes by their digests, in the order of the codes. */
  private async digestsOf(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { key } = await selectOne<{ key: string }>(this.manager, sql`SELECT registry_state.withdrawal_key AS key FROM registry_state`);
    return new Map(codes.map((code) => [createHmac('sha256', key).update(code).digest('base64url'), code]));
  }
}
