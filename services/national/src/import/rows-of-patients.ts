import type { IncomingRow } from '../intake';
import type { PatientKey } from '../storage';

/** Rows that are ordered by patient, so many patients at a time; one time at least. */
export function* byPatients(rows: readonly IncomingRow[], count: number): Generator<readonly IncomingRow[]> {
  let start = 0;
  let patients = 0;
  for (const [index, { code }] of rows.entries()) {
    if (rows[index - 1]?.code === code) continue;
    if (patients === count) {
      yield rows.slice(start, index);
      start = index;
      patients = 0;
    }
    patients += 1;
  }
  yield rows.slice(start);
}

/** What the rows say of patients themselves, where it is known. */
export function patientsAmong(rows: readonly IncomingRow[]): readonly PatientKey[] {
  return rows.flatMap(({ kind, fields }) => (kind === 'patient' && isPatientKey(fields) ? [fields] : []));
}

function isPatientKey(fields: IncomingRow['fields']): fields is IncomingRow['fields'] & PatientKey {
  return ['patientCode', 'centerCode', 'sex', 'birthMonth'].every((field) => fields[field] !== undefined);
}
