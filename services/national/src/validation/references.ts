import type { ImportProblem, ParsedBundle, SourcedRecord } from '../intake';
import { bundleProblem } from './bundle-rules';
import { type CaseKind, caseKinds } from './case-records';
import type { ExistingRegistry } from './existing-registry';

/**
 * Rows that speak of a centre or patient which is neither in the bundle nor in the registry, of a patient in another centre than
 * the code says, or of one who withdrew consent.
 */
export function referenceProblems(bundle: ParsedBundle, existing: ExistingRegistry): readonly ImportProblem[] {
  const isKnown = patientLookup(bundle, existing);
  const isWithdrawn = (code: string): boolean => existing.tombstones?.has(code) === true;
  return [
    ...centerProblems(bundle, existing),
    ...caseKinds.flatMap((kind) =>
      bundle.records[kind].flatMap((row: SourcedRecord<CaseKind>) => patientProblems(row, isKnown, isWithdrawn)),
    ),
  ];
}

function centerProblems(bundle: ParsedBundle, existing: ExistingRegistry): readonly ImportProblem[] {
  const isKnown = centerLookup(bundle, existing);
  return bundle.records.patient.flatMap((row) => {
    const { centerCode, patientCode } = row.record;
    const problems: ImportProblem[] = [];
    if (!isKnown(centerCode)) {
      problems.push(
        bundleProblem('UNKNOWN_CENTER', row, 'center_code must be that of a centre of this bundle or of the registry.', 'center_code'),
      );
    }
    if (!patientCode.startsWith(`${centerCode}-`)) {
      problems.push(
        bundleProblem('PATIENT_CODE_OF_ANOTHER_CENTER', row, "patient_code must begin with the patient's center_code.", 'patient_code'),
      );
    }
    return problems;
  });
}

const nothing: readonly ImportProblem[] = [];

function patientProblems(
  row: SourcedRecord<CaseKind>,
  isKnown: (code: string) => boolean,
  isWithdrawn: (code: string) => boolean,
): readonly ImportProblem[] {
  const { patientCode } = row.record;
  if (isWithdrawn(patientCode)) {
    return [bundleProblem('WITHDRAWN_PATIENT', row, 'The patient withdrew consent and was erased; leave the patient out.', 'patient_code')];
  }
  if (isKnown(patientCode)) return nothing;
  return [
    bundleProblem('UNKNOWN_PATIENT', row, 'patient_code must be that of a patient of this bundle or of the registry.', 'patient_code'),
  ];
}

/** A row that could not be read whole still says that its centre or patient is there. */
function centerLookup({ records, gaps }: ParsedBundle, existing: ExistingRegistry): (code: string) => boolean {
  if (gaps.kinds.has('center')) return () => true;
  const codes = new Set(records.center.map(({ record }) => record.centerCode));
  return (code) => codes.has(code) || existing.centers.has(code) || gaps.codes.has(code);
}

function patientLookup({ records, gaps }: ParsedBundle, existing: ExistingRegistry): (code: string) => boolean {
  if (gaps.kinds.has('patient')) return () => true;
  const codes = new Set(records.patient.map(({ record }) => record.patientCode));
  return (code) => codes.has(code) || existing.cases.has(code) || gaps.codes.has(code);
}
