import type { DerivedCase } from '@registry-hub/shared/domain';
import type { DataSource } from 'typeorm';
import { derivedCaseOfRow } from './derived-case-row';
import { derivedCaseQuery } from './derived-case-store';
import type { DerivedCaseEntity } from './entities';
import { currentRevision, RegistryStateStore } from './registry-state-store';
import { selectRows } from './run-sql';
import { sql } from './sql';

/** Rows that are in memory at one time while the whole table is read. */
const FETCH_ROWS = 5000;

/** Where statistics read the narrow table from. */
export class DerivedCaseSource {
  constructor(private readonly dataSource: DataSource) {}

  currentRevision(): Promise<number> {
    return currentRevision(this.dataSource);
  }

  /** Visits every derived case in code order, as of one moment. @returns the revision of that moment */
  async readAll(visit: (derived: DerivedCase) => void): Promise<{ readonly revision: number }> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const revision = await new RegistryStateStore(manager).revision();
      await selectRows(manager, sql`DECLARE derived_cursor NO SCROLL CURSOR FOR ${derivedCaseQuery(manager, sql`true`)}`);
      for (;;) {
        const rows = await manager.query<DerivedCaseEntity[]>(`FETCH ${FETCH_ROWS} FROM derived_cursor`);
        for (const row of rows) visit(derivedCaseOfRow(row));
        if (rows.length < FETCH_ROWS) return { revision };
      }
    });
  }
}
