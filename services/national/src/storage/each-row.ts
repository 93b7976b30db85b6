import type { EntityManager } from 'typeorm';
import { selectRows } from './run-sql';
import { type Sql, sql } from './sql';

/** Rows that are in memory at one time. */
const FETCH_ROWS = 5000;

/** Visits the rows of a query of any length, within the manager's transaction: one such query at a time. */
export async function eachRow<Row extends object>(manager: EntityManager, query: Sql, visit: (row: Row) => void): Promise<void> {
  await selectRows(manager, sql`DECLARE each_row NO SCROLL CURSOR FOR ${query}`);
  for (;;) {
    const rows = await manager.query<Row[]>(`FETCH ${FETCH_ROWS} FROM each_row`);
    for (const row of rows) visit(row);
    if (rows.length < FETCH_ROWS) break;
  }
  await selectRows(manager, sql`CLOSE each_row`);
}
