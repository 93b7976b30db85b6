import { type ExpectedField, knownFieldExpectations } from '@registry-hub/shared/clinical';
import type { EntityManager } from 'typeorm';
import { selectRows } from './run-sql';
import { sql } from './sql';

/**
 * Which fields this registry expects. Those that it does not are stored: whoever chose nothing expects whatever the rules know.
 */
export class ExpectedFieldsStore {
  constructor(private readonly manager: EntityManager) {}

  async read(): Promise<readonly ExpectedField[]> {
    const rows = await selectRows<{ field: string }>(this.manager, sql`SELECT unexpected_fields.field FROM unexpected_fields`);
    const unexpected = new Set(rows.map(({ field }) => field));
    return knownFieldExpectations.filter(({ name }) => !unexpected.has(name));
  }

  async save(expected: readonly ExpectedField[]): Promise<void> {
    const unexpected = knownFieldExpectations.filter((field) => !expected.includes(field)).map(({ name }) => name);
    await selectRows(this.manager, sql`DELETE FROM unexpected_fields`);
    await selectRows(this.manager, sql`INSERT INTO unexpected_fields (field) SELECT unnest(${unexpected}::text[])`);
  }
}
