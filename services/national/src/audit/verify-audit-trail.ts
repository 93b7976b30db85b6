import type { DataSource, EntityManager } from 'typeorm';
import { selectOne, selectRows, sql } from '../storage';
import { WITHDRAW_CONSENT } from './audit-action';
import { AuditCases } from './audit-cases';
import { type EntryRow, entryQuery, readHead } from './audit-rows';
import { ChainCheck } from './chain-check';
import type { ChainHead } from './chain-entry';
import { type ChainFault, inserted } from './chain-fault';
import type { SealedText } from './sealed-text';
import { evidenceFault, type StoredEntry } from './stored-entry';

/** A whole trail, with its head to be kept elsewhere, or the first place at which it does not hold. */
export type AuditVerification =
  | { readonly valid: true; readonly entries: number; readonly head: ChainHead }
  | ({ readonly valid: false } & ChainFault);

/** Entries that are in memory at one time. */
const FETCH_ROWS = 500;

/**
 * Computes every hash of the trail anew, as of one moment: entries, values, and the codes of cases. Memory does not grow with
 * the trail.
 *
 * @param earlierHead a head that an earlier verification told and that was kept elsewhere. Without it, a chain that was computed
 *   anew together with its head, or cut off together with it, can't be told from the real one.
 */
export async function verifyAuditTrail(dataSource: DataSource, earlierHead?: ChainHead): Promise<AuditVerification> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    const head = await readHead(manager);
    const fault = (await chainFault(manager, head, earlierHead)) ?? (await strayValuesFault(manager));
    return fault ? { valid: false, ...fault } : { valid: true, entries: head.sequence, head };
  });
}

async function chainFault(manager: EntityManager, head: ChainHead, earlierHead: ChainHead | undefined): Promise<ChainFault | undefined> {
  const erased = await erasedCases(manager);
  const check = new ChainCheck<StoredEntry>({ head, earlierHead, evidenceFault: (entry) => evidenceFault(entry, erased) });
  const cases = new AuditCases(manager);
  await selectRows(manager, sql`DECLARE audit_cursor NO SCROLL CURSOR FOR ${entryQuery(sql`ORDER BY audit_entries.sequence`)}`);
  for (;;) {
    const rows = await manager.query<EntryRow[]>(`FETCH ${FETCH_ROWS} FROM audit_cursor`);
    const names = await cases.namesOf([...new Set(rows.flatMap((row) => row.cases))]);
    for (const row of rows) {
      const fault = check.accept(storedEntry(row, names));
      if (fault) return fault;
    }
    if (rows.length < FETCH_ROWS) return check.finish();
  }
}

async function erasedCases(manager: EntityManager): Promise<ReadonlySet<string>> {
  const rows = await selectRows<{ digest: string }>(
    manager,
    sql`SELECT unnest(audit_entries.cases) AS digest FROM audit_entries WHERE audit_entries.action = ${WITHDRAW_CONSENT}`,
  );
  return new Set(rows.map(({ digest }) => digest));
}

/** Values without an entry: nothing else would ever look at them. */
async function strayValuesFault(manager: EntityManager): Promise<ChainFault | undefined> {
  const { sequence } = await selectOne<{ sequence: string | null }>(
    manager,
    sql`
      SELECT min(audit_values.sequence) AS sequence FROM audit_values
       WHERE NOT EXISTS (SELECT FROM audit_entries WHERE audit_entries.sequence = audit_values.sequence)`,
  );
  return sequence === null ? undefined : inserted(Number(sequence), `There are values of an entry ${sequence} that was never recorded.`);
}

function storedEntry(row: EntryRow, names: ReadonlyMap<string, SealedText>): StoredEntry {
  const { sequence, contentDigest, salt, content, ...entry } = row;
  return {
    ...entry,
    sequence: Number(sequence),
    ...(contentDigest !== null && { contentDigest }),
    ...(salt !== null && content !== null && { content: { salt, text: content } }),
    names,
  };
}
