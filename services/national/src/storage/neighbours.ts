import type { CalendarDate, Patient } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { withoutNulls } from './record-tables';
import { selectOne, selectRows } from './run-sql';
import { type Sql, sql } from './sql';
import { selectPatients } from './stored-patients';

/** What of a patient's own record is compared. */
export type PatientKey = Pick<Patient, 'patientCode' | 'centerCode' | 'sex' | 'birthMonth'>;

/** What of another patient is compared in the search for one registered twice. */
export type Neighbour = PatientKey & {
  readonly diagnosedOn?: CalendarDate;
  readonly imatinibStartedOn?: CalendarDate;
};

/**
 * The other patients of the registry that share centre, sex and birth month with one of these.
 *
 * @param among those that may be answered; may speak of `patients`
 */
export async function neighboursOf(manager: EntityManager, patients: readonly PatientKey[], among: Sql = sql`true`): Promise<Neighbour[]> {
  const codes = patients.map(({ patientCode }) => patientCode);
  const centers = patients.map(({ centerCode }) => centerCode);
  const sexes = patients.map(({ sex }) => sex);
  const birthMonths = patients.map(({ birthMonth }) => birthMonth);
  const rows = await selectRows<object>(
    manager,
    sql`
      SELECT patients.patient_code AS "patientCode", patients.center_code AS "centerCode", patients.sex,
             patients.birth_month AS "birthMonth", derived_cases.diagnosed_on AS "diagnosedOn",
             derived_cases.imatinib_started_on AS "imatinibStartedOn"
        FROM patients JOIN derived_cases ON derived_cases.patient_code = patients.patient_code
       WHERE (patients.center_code, patients.sex, patients.birth_month)
             IN (SELECT * FROM unnest(${centers}::text[], ${sexes}::text[], ${birthMonths}::text[]))
         AND patients.patient_code <> ALL(${codes}::text[]) AND ${among}
       ORDER BY patients.patient_code`,
  );
  return rows.map((row) => withoutNulls(row) as Neighbour);
}

/** The latest last contact or notification of any patient; undefined while there is none. */
export async function latestNewsOf(manager: EntityManager): Promise<CalendarDate | undefined> {
  const { latest } = await selectOne<{ latest: CalendarDate | null }>(
    manager,
    sql`
      SELECT greatest(
        (SELECT max(derived_cases.last_contact_on) FROM derived_cases),
        (SELECT max(derived_cases.notified_on) FROM derived_cases)) AS latest`,
  );
  return latest ?? undefined;
}

/** The patients who were alive when last seen, on one of these days, both included. */
export async function livingLastSeen(
  manager: EntityManager,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<Patient[]> {
  const stored = await selectPatients(
    manager,
    sql`patients.patient_code IN (
      SELECT derived_cases.patient_code FROM derived_cases
       WHERE derived_cases.vital_status = 'ALIVE' AND derived_cases.last_contact_on BETWEEN ${from}::date AND ${to}::date)`,
  );
  return stored.map(({ patient }) => patient);
}
