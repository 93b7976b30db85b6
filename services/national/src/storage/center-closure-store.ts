import type { CalendarDate } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { selectRows } from './run-sql';
import { type Sql, sql } from './sql';

/** From which day centres are closed. */
export class CenterClosureStore {
  constructor(private readonly manager: EntityManager) {}

  async closedOn(centerCode: string): Promise<CalendarDate | undefined> {
    return (await selectCenterClosures(this.manager, sql`center_closures.center_code = ${centerCode}`)).get(centerCode);
  }

  /** Codes of the centres that are closed on this day. */
  async closedAt(day: CalendarDate): Promise<ReadonlySet<string>> {
    return new Set((await selectCenterClosures(this.manager, sql`center_closures.closed_on <= ${day}::date`)).keys());
  }

  async close(centerCode: string, on: CalendarDate): Promise<void> {
    await selectRows(
      this.manager,
      sql`
        INSERT INTO center_closures (center_code, closed_on) VALUES (${centerCode}, ${on}::date)
        ON CONFLICT (center_code) DO UPDATE SET closed_on = excluded.closed_on`,
    );
  }

  async reopen(centerCode: string): Promise<void> {
    await selectRows(this.manager, sql`DELETE FROM center_closures WHERE center_closures.center_code = ${centerCode}`);
  }
}

/** The first day on which each of these centres is closed, by code. */
export async function selectCenterClosures(manager: EntityManager, where: Sql): Promise<Map<string, CalendarDate>> {
  const rows = await selectRows<{ code: string; closedOn: CalendarDate }>(
    manager,
    sql`SELECT center_closures.center_code AS code, center_closures.closed_on AS "closedOn" FROM center_closures WHERE ${where}`,
  );
  return new Map(rows.map(({ code, closedOn }) => [code, closedOn]));
}
