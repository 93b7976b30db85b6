import type { CalendarDate, Patient, RecordStatus } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { recordColumns, recordTable, withoutNulls } from './record-tables';
import { selectRows } from './run-sql';
import { type Sql, sql } from './sql';

/** A patient's own record with what the registry, not the centre, says of it. */
export interface StoredPatient {
  readonly patient: Patient;
  readonly recordStatus: RecordStatus;
  /** Grows with every change of the case. */
  readonly version: number;
  readonly ehdsOptOut: boolean;
  /** The day of the latest decision about it. */
  readonly ehdsOptOutOn?: CalendarDate;
}

type PatientRow = object & Omit<StoredPatient, 'patient' | 'ehdsOptOutOn'> & { readonly ehdsOptOutOn: CalendarDate | null };

/** Reads patients in code order. `where` may speak of `patients`; with `limit`, the first ones only. */
export async function selectPatients(manager: EntityManager, where: Sql, limit?: number): Promise<StoredPatient[]> {
  const rows = await selectRows<PatientRow>(
    manager,
    sql`
      SELECT ${recordColumns(recordTable(manager, 'patient'))},
             patients.record_status AS "recordStatus", patients.version, patients.ehds_opt_out AS "ehdsOptOut",
             patients.ehds_opt_out_on AS "ehdsOptOutOn"
        FROM patients WHERE ${where} ORDER BY patients.patient_code LIMIT ${limit ?? null}::integer`,
  );
  return rows.map(({ recordStatus, version, ehdsOptOut, ehdsOptOutOn, ...row }) => ({
    patient: withoutNulls(row) as Patient,
    recordStatus,
    version,
    ehdsOptOut,
    ...(ehdsOptOutOn !== null && { ehdsOptOutOn }),
  }));
}
