import { type RecordKind, recordKinds } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { recordTable } from './record-tables';
import { selectRows } from './run-sql';
import { sql, text } from './sql';

/** Put in place of an erased patient's code where a person wrote it about another patient. */
const ERASED_CODE = '[erased]';

/** What refers to another row comes before it. */
const kindsToErase: readonly RecordKind[] = recordKinds.filter((kind) => kind !== 'center').toReversed();

/** Keeps patterns short enough to be compiled at once. */
const CODES_PER_PATTERN = 200;

/** Free text, by table. */
const writtenByPeople = { data_queries: 'message', data_query_messages: 'text', monitoring_visits: 'remarks' } as const;

/** Removes whole cases: every fact, what follows from them, and what was asked about them. */
export class CaseErasure {
  constructor(private readonly manager: EntityManager) {}

  /** @returns codes of the cases that were there */
  async erase(codes: readonly string[]): Promise<ReadonlySet<string>> {
    if (codes.length === 0) return new Set();
    const ofCases = sql`patient_code = ANY(${codes}::text[])`;
    const erased = await selectRows<{ code: string }>(
      this.manager,
      sql`SELECT patients.patient_code AS code FROM patients WHERE ${ofCases}`,
    );
    if (erased.length === 0) return new Set();
    await selectRows(
      this.manager,
      sql`DELETE FROM data_query_messages WHERE query_id IN (SELECT data_queries.id FROM data_queries WHERE ${ofCases})`,
    );
    const tables = ['data_queries', 'derived_cases', ...kindsToErase.map((kind) => recordTable(this.manager, kind).name)];
    for (const table of tables) await selectRows(this.manager, sql`DELETE FROM ${text(table)} WHERE ${ofCases}`);
    return new Set(erased.map(({ code }) => code));
  }

  /**
   * Removes erased patients' codes from what was asked about other patients: a rule's question that names one goes, with its
   * thread; from what people wrote, the code goes.
   */
  async eraseMentions(codes: readonly string[]): Promise<void> {
    for (let start = 0; start < codes.length; start += CODES_PER_PATTERN) {
      // a longer code may begin with a shorter one
      await this.eraseMentioned(`(${codes.slice(start, start + CODES_PER_PATTERN).join('|')})(?![0-9])`);
    }
  }

  private async eraseMentioned(pattern: string): Promise<void> {
    const byRule = sql`data_queries.raised_by IS NULL AND data_queries.message ~ ${pattern}`;
    await selectRows(
      this.manager,
      sql`DELETE FROM data_query_messages WHERE query_id IN (SELECT data_queries.id FROM data_queries WHERE ${byRule})`,
    );
    await selectRows(this.manager, sql`DELETE FROM data_queries WHERE ${byRule}`);
    for (const [table, column] of Object.entries(writtenByPeople)) {
      const words = text(column);
      await selectRows(
        this.manager,
        sql`UPDATE ${text(table)} SET ${words} = regexp_replace(${words}, ${pattern}, ${ERASED_CODE}, 'g') WHERE ${words} ~ ${pattern}`,
      );
    }
  }
}
