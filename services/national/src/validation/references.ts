import { columnName, type Patient } from '@registry-hub/shared/domain';
import type { ImportProblem, ParsedBundle, SourcedRecord } from '../intake';
import { type BundleRule, bundleProblem } from './bundle-rules';
import { type CaseKind, caseKinds } from './case-records';
import type { ExistingRegistry } from './existing-registry';

const nothing: readonly ImportProblem[] = [];

/**
 * Rows that speak of a centre or patient which is neither in the bundle nor in the registry, of a patient in another centre than
 * the code says, of one who withdrew consent, or of a newcomer to a centre that is closed.
 *
 * @param withdrawn patients whose own row tells of the withdrawal: it brings nobody back
 */
export function referenceProblems(
  bundle: ParsedBundle,
  existing: ExistingRegistry,
  withdrawn: ReadonlySet<string>,
): readonly ImportProblem[] {
  const isKnown = patientLookup(bundle, existing);
  const isErased = (code: string): boolean => existing.tombstones?.has(code) === true && !withdrawn.has(code);
  return [
    ...centerProblems(bundle, existing),
    ...closedCenterProblems(bundle, existing, withdrawn),
    ...caseKinds.flatMap((kind) => bundle.records[kind].flatMap((row: SourcedRecord<CaseKind>) => patientProblems(row, isKnown, isErased))),
  ];
}

/** Patients whom the registry does not have, of centres that enrol no longer; those that it has are followed up. */
function closedCenterProblems(
  { records }: ParsedBundle,
  { cases, closedCenters }: ExistingRegistry,
  withdrawn: ReadonlySet<string>,
): readonly ImportProblem[] {
  if (closedCenters === undefined || closedCenters.size === 0) return nothing;
  return records.patient
    .filter(
      ({ record: { centerCode, patientCode } }) => closedCenters.has(centerCode) && !cases.has(patientCode) && !withdrawn.has(patientCode),
    )
    .map((row) =>
      bundleProblem(
        'CLOSED_CENTER',
        row,
        'The centre is closed, and enrols nobody; leave the patient out, or open it again.',
        'center_code',
      ),
    );
}

export interface CenterFault {
  readonly rule: BundleRule;
  readonly field: 'centerCode' | 'patientCode';
  readonly message: string;
}

function centerProblems(bundle: ParsedBundle, existing: ExistingRegistry): readonly ImportProblem[] {
  const isKnown = centerLookup(bundle, existing);
  return bundle.records.patient.flatMap((row) =>
    centerFaults(row.record, isKnown).map(({ rule, field, message }) => bundleProblem(rule, row, message, columnName(field))),
  );
}

/** What is wrong with the centre that a patient is said to be of. */
export function centerFaults({ centerCode, patientCode }: Patient, isKnown: (code: string) => boolean): readonly CenterFault[] {
  const faults: CenterFault[] = [];
  if (!isKnown(centerCode)) {
    const message = 'center_code must be that of a centre of this bundle or of the registry.';
    faults.push({ rule: 'UNKNOWN_CENTER', field: 'centerCode', message });
  }
  if (!patientCode.startsWith(`${centerCode}-`)) {
    const message = "patient_code must begin with the patient's center_code.";
    faults.push({ rule: 'PATIENT_CODE_OF_ANOTHER_CENTER', field: 'patientCode', message });
  }
  return faults;
}

function patientProblems(
  row: SourcedRecord<CaseKind>,
  isKnown: (code: string) => boolean,
  isErased: (code: string) => boolean,
): readonly ImportProblem[] {
  const { patientCode } = row.record;
  if (isErased(patientCode)) {
    return [bundleProblem('WITHDRAWN_PATIENT', row, 'The patient withdrew consent and was erased; leave the patient out.', 'patient_code')];
  }
  if (isKnown(patientCode)) return nothing;
  return [
    bundleProblem('UNKNOWN_PATIENT', row, 'patient_code must be that of a patient of this bundle or of the registry.', 'patient_code'),
  ];
}

/** A row that could not be read whole still says that its centre or patient is there. */
export function centerLookup({ records, gaps }: ParsedBundle, existing: ExistingRegistry): (code: string) => boolean {
  if (gaps.kinds.has('center')) return () => true;
  const codes = new Set(records.center.map(({ record }) => record.centerCode));
  return (code) => codes.has(code) || existing.centers.has(code) || gaps.codes.has(code);
}

export function patientLookup({ records, gaps }: ParsedBundle, existing: ExistingRegistry): (code: string) => boolean {
  if (gaps.kinds.has('patient')) return () => true;
  const codes = new Set(records.patient.map(({ record }) => record.patientCode));
  return (code) => codes.has(code) || existing.cases.has(code) || gaps.codes.has(code);
}
