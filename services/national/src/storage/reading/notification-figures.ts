import type { CalendarMonth } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { selectRows } from '../run-sql';
import { sql } from '../sql';
import { isVisible, type ReadingScope } from './reading-scope';

/** Under this key stand figures of all centres of the scope together. */
export const ALL_CENTERS = 'all';

/**
 * Days from failure to its notification, the median (of an even number, the mean of the middle two): by centre, and of
 * {@link ALL_CENTERS}. A centre without notifications is not in it.
 */
export async function notificationDelays(manager: EntityManager, scope: ReadingScope): Promise<Map<string, number>> {
  const rows = await selectRows<{ center: string | null; days: number }>(
    manager,
    sql`
      SELECT patients.center_code AS center,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY failures.notified_on - failures.failed_on) AS days
        FROM failures JOIN patients ON patients.patient_code = failures.patient_code AND ${isVisible(scope)}
       GROUP BY GROUPING SETS ((patients.center_code), ())
      HAVING count(*) > 0`,
  );
  return new Map(rows.map(({ center, days }) => [center ?? ALL_CENTERS, days]));
}

export interface MonthlyCount {
  readonly month: CalendarMonth;
  readonly count: number;
}

/** Notifications a month: by centre, and of {@link ALL_CENTERS}; months with any, in order. */
export async function notificationsByMonth(manager: EntityManager, scope: ReadingScope): Promise<Map<string, readonly MonthlyCount[]>> {
  const rows = await selectRows<MonthlyCount & { readonly center: string | null }>(
    manager,
    sql`
      SELECT patients.center_code AS center, to_char(failures.notified_on, 'YYYY-MM') AS month, count(*)::integer AS count
        FROM failures JOIN patients ON patients.patient_code = failures.patient_code AND ${isVisible(scope)}
       GROUP BY GROUPING SETS ((patients.center_code, to_char(failures.notified_on, 'YYYY-MM')), (to_char(failures.notified_on, 'YYYY-MM')))
       ORDER BY month`,
  );
  const byCenter = new Map<string, MonthlyCount[]>();
  for (const { center, ...counted } of rows) {
    const key = center ?? ALL_CENTERS;
    byCenter.set(key, [...(byCenter.get(key) ?? []), counted]);
  }
  return byCenter;
}
