import type { CalendarDate } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { MonitoringVisitEntity } from './entities';
import { recordColumns, withoutNulls } from './record-tables';
import { selectRows } from './run-sql';
import { type Sql, sql } from './sql';
import { tableShape } from './table-shape';
import { upsertRows } from './upsert-rows';

/** A visit to a centre, at which its records were held against the source documents. */
export interface MonitoringVisit {
  readonly centerCode: string;
  readonly visitedOn: CalendarDate;
  readonly patientsChecked: number;
  readonly recordsChecked: number;
  /** Those of the checked ones that agree with their source. */
  readonly recordsVerified: number;
  readonly remarks?: string;
  /** The person's subject. */
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** Visits by centre and day. */
export class MonitoringVisitStore {
  constructor(private readonly manager: EntityManager) {}

  /** Records a visit, or corrects that of the same centre and day. @returns the visit as it was before */
  async save(visit: MonitoringVisit): Promise<MonitoringVisit | undefined> {
    const { centerCode, visitedOn } = visit;
    const [before] = await selectMonitoringVisits(
      this.manager,
      sql`monitoring_visits.center_code = ${centerCode} AND monitoring_visits.visited_on = ${visitedOn}::date`,
    );
    await upsertRows(this.manager, tableShape(this.manager.connection, MonitoringVisitEntity), [visit]);
    return before;
  }
}

/** Visits of each centre in date order. `where` may speak of `monitoring_visits`. */
export async function selectMonitoringVisits(manager: EntityManager, where: Sql): Promise<readonly MonitoringVisit[]> {
  const table = tableShape(manager.connection, MonitoringVisitEntity);
  const rows = await selectRows<object>(
    manager,
    sql`
      SELECT ${recordColumns(table)} FROM monitoring_visits WHERE ${where}
       ORDER BY monitoring_visits.center_code, monitoring_visits.visited_on`,
  );
  return rows.map((row) => withoutNulls(row) as MonitoringVisit);
}
