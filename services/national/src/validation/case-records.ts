import { type RecordKind, recordKinds } from '@registry-hub/shared/domain';
import type { ParsedBundle, SourcedRecord } from '../intake';

/** Kinds of records that belong to a patient. */
export type CaseKind = Exclude<RecordKind, 'center'>;

/** The records of one patient that came with a bundle, in the order of their rows. */
export type CaseRecords = { readonly [K in CaseKind]: readonly SourcedRecord<K>[] };

export const caseKinds = recordKinds.filter((kind): kind is CaseKind => kind !== 'center');

type CaseRecordsBuilder = { readonly [K in CaseKind]: SourcedRecord<K>[] };

type BundleRecords = Pick<ParsedBundle, 'records' | 'extensionRecords'>;

/** The records of a bundle by patient, in code order; of who has records of extensions alone there are none. */
export function recordsByPatient({ records, extensionRecords }: BundleRecords): ReadonlyMap<string, CaseRecords> {
  const byPatient = new Map<string, CaseRecordsBuilder>(patientsOf(extensionRecords).map((code) => [code, noRecords()]));
  for (const kind of caseKinds) addRecords(kind, records[kind], byPatient);
  return new Map([...byPatient].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

function addRecords<K extends CaseKind>(kind: K, rows: readonly SourcedRecord<K>[], byPatient: Map<string, CaseRecordsBuilder>): void {
  for (const row of rows) {
    const { patientCode } = row.record;
    const own = byPatient.get(patientCode) ?? noRecords();
    if (own[kind].push(row) === 1) byPatient.set(patientCode, own);
  }
}

function noRecords(): CaseRecordsBuilder {
  return { patient: [], diagnosis: [], treatment: [], dose: [], assessment: [], mutation: [], adverseEvent: [], failure: [] };
}

/** Codes of the patients whom any row of a bundle speaks of: those of whom a registry must be asked what it knows. */
export function mentionedPatients({ records, extensionRecords }: BundleRecords): ReadonlySet<string> {
  const own = caseKinds.flatMap((kind) => records[kind].map((row: SourcedRecord<CaseKind>) => row.record.patientCode));
  return new Set([...own, ...patientsOf(extensionRecords)]);
}

function patientsOf(records: BundleRecords['extensionRecords']): readonly string[] {
  return records.flatMap(({ format, code }) => (format.owner === 'PATIENT' ? [code] : []));
}
